// # 91 · <script>h=1</script> </title> {{body}} & <img src=x onerror=h=1>
// Lecture [0:00:01](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1s)
//
// All that a learner can type, where it would run if it were not text: <script>h=1</script> <img src=x onerror=h=1>
// [code](javascript:h=1) [Code](JavaScript:h=1) ![code](javascript:h=1) <javascript:h=1> [data](data:text/html,<script>h=1</script>)
//
// <script>h=1</script>
//
// <svg onload=h=1>
//
// ## <img src=x onerror=h=1> `<script>` [0:00:02](javascript:h=1)
chapter("91-hostile");
String[] hostile = {"<script>h=1</script>", "<img src=x onerror=h=1>", "\"><svg onload=h=1>", "'><svg onload=h=1>",
    "</script><script>h=1//", "</style></title><script>", "<!--<script>", "--><script>h=1</script>", "]]><script>h=1</script>",
    "&lt;script&gt;h=1", "javascript:h=1", "\u2028h=1//\u2029", "{{body}}$1\\", "${h=1}", "\0\u001b\uFFFE\uD800\r\n", "```\n<script>"};
for (String s : hostile) {
    System.out.println(s);    // </code></pre><script>h=1</script><!--
    System.err.println(s);
}
// ## Graphs
Value sum = new Value(1, hostile[0]);
for (int i = 0; i < 16; i += 2) sum = sum.mul(new Value(2, hostile[i])).label(hostile[i + 1]);
drawDot(sum)
//
sum.backward();
drawDot(sum)
//
walk(sum)
//
breakIt(sum)
//
record Own(String label, String op, List<Node> children) implements Node {
    public View view() { return new View(label, 1, 0, op, children); }
}
for (String s : hostile) drawDot(new Own(s, s, List.of(new Own(s, s, List.of()))));
// ## Plots
double[] xs = {1, 2, 3};
for (int i = 0; i < 16; i += 4) plot(hostile[i], hostile[i + 1], hostile[i + 2], line(hostile[i + 3], xs), points("b", xs, xs));
// ## Tables
var table = Table.create(hostile[0]);
for (String s : hostile) table.addColumns(StringColumn.create(s, hostile));
show(table)
// ## Files of all kinds
playmore.output.Picture.of("own", """
    <!DOCTYPE svg [<!ENTITY e "x">]>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="40" onload="h=1" ONCLICK="h=1">
    <script>h=1</script><SCRIPT>h=1</SCRIPT><rect width="90" height="40" onclick="h=1"/>
    <a href="javascript:h=1" xlink:href=" java&#10;script:h=1"><text y="20">own &e;</text></a><set attributeName="onclick" to="h=1"/>
    <foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:h=1" srcdoc="&lt;script>h=1&lt;/script>"/></foreignObject>
    <!--><img src=x onerror=h=1>--><?x ><img src=x onerror=h=1>?><title><b><![CDATA[<img src=x onerror=h=1>]]></b></title>
    <style><![CDATA[</style><img src=x onerror=h=1>]]></style>
    </svg>""");
playmore.output.Output.publish(new playmore.output.Page(java.nio.file.Files.writeString(playmore.output.Output.root().resolve("91-hostile/javascript:h=1"), ""), hostile[0], ""));
"<script>h=1</script>"
// ## The end
throw new IllegalStateException(String.join(" ", hostile));
