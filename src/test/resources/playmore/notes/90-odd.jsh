// # 90 · What <b>notes</b> must bear & more
// Lecture [0:00:01](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1s)
//
// A List<Value> in prose, a `|` and 1 < 2 & 3. | not | a table
//
// | a table | of Markdown |
// | --- | --- |
// | 1 | 2 |
chapter("90-odd");
System.out.println("<script>document.title = 'broken'</script> & \"quotes\" {{title}} ``` $1 \\");
System.err.println("to the error stream");
// ## Section `code` [0:00:02](https://www.youtube.com/watch?v=VMj-3S1tku0&t=2s)
Value odd = new Value(1.5, "<img src=x onerror=\"document.title='broken'\">|{a}\\ü😀");
Value y = odd.mul(odd).label("a & b");
y.backward();
drawDot(y)
//
drawDot(y.add(odd).label("id=\"x\""))
//
walk(y)
//
Table table = Table.create("pipes | and <b>", StringColumn.create("a|b", "1|2", "<i>", "`x`"), DoubleColumn.create("n", 1, -2.5, Double.NaN));
show(table)
//
"<u>value</u>"
// The end comes early.
int zero = 0;
int one = 1 / zero;
