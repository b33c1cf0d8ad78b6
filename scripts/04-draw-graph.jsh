// # 04 · Drawing the expression
// Lecture [0:24:58](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1498s)
//
// Our values remember what they were made from. Now we make that visible: first as two lists that
// we collect ourselves in a few lines, then as a picture. You will look at pictures like this one
// through the rest of the lecture.
chapter("04-draw-graph");

// ## A small expression
// `L = (a·b + c)·f`, one operation at a time, each result with its name. (`L` is for *loss*. In a
// network it will be the number that says how wrong we are.)
Value a = new Value(2.0, "a");
Value b = new Value(-3.0, "b");
Value c = new Value(10.0, "c");
Value f = new Value(-2.0, "f");
Value e = a.mul(b).label("e");
Value d = e.add(c).label("d");
Value L = d.mul(f).label("L");
L

// We just did a *forward pass*: numbers went in at the leaves, `a`, `b`, `c` and `f`, which nothing
// computed, and one came out.
print("e =", e.data);
print("d =", d.data);
print("L =", L.data);

// ## Tracing it
// To draw `L` we need everything that had a part in it. We start at `L`, visit its children, then
// theirs, and take down each value once and each edge, from child to parent. The values go into a
// set, so that one that is used in two places is drawn once. The edges go into a list: in `x + x`
// there are two edges from the same `x`, and a set (which the lecture uses) would lose one of them.
Set<Node> nodes = new LinkedHashSet<>();
List<String> edges = new ArrayList<>();
void trace(Node v) {
    if (!nodes.add(v)) return;        // we have been here
    for (Node child : v.view().children()) {
        edges.add(child.view().label() + " → " + v.view().label());
        trace(child);
    }
}

// *Pause: seven values. How many edges will there be?*
trace(L);
print("nodes =", nodes.stream().map(v -> v.view().label()).toList());
print("edges =", edges);

// Three operations with two operands each make six edges.
//
// ## The picture
// Boxes and arrows from two such lists are a solved problem, and not what this lecture is about. So
// `drawDot` hands them to Graphviz. Read the picture from left to right.
var picture = drawDot(L);
picture

// Each box is a value: its name, its number, its gradient (all 0 so far). Green is what we put in,
// grey is what was computed, dark is the output. The round nodes are only ink. They show which
// operation joined the values on their left, but there is no object behind them: what `L` holds are
// its operands.
print("children of L =", L.view().children());

// Every picture lies in this chapter's folder as an SVG. For notes that take no SVG, ask for a PNG.
// (In one go: `drawDot(L).png("expression")`.)
picture.png("expression")

// Any value is the root of the part that made it, so you can draw just a piece.
drawDot(d)

// A neural network is a picture like this, only much, much larger.
//
// ## Where we are [0:29:02](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1742s)
// - We can write expressions with `add` and `mul`.
// - We can run them forward, from the leaves to the single output `L`.
// - We can look at them.
//
// The next step is to go *backward*: from `L` to the left, and ask of every value how strongly, and
// in which direction, `L` depends on it. In a network some leaves are data, and those we cannot
// change. The others are the *weights*, and those we can. If `L` says how wrong the network is, the
// answers tell us how to turn each weight to bring `L` down.
//
// ## Recap
// - A forward pass computes; the values it leaves behind are a graph.
// - Boxes are values, round nodes are operations, arrows run from the operands to the result.
// - `drawDot(x)` writes an SVG; `.png(name)`, `.svg(name)` and `.open()` do what they say.
//
// ## Try it
// - Draw `x + x`. How many arrows do you expect, and where do they begin?
//   ```java
//   Value x = new Value(3.0, "x");
//   drawDot(x.add(x).label("x + x"))    // ==> out/04-draw-graph/…x-x.svg
//   ```
// - Trace `a·b + a`, and see from which value two arrows leave.
//   ```java
//   nodes.clear(); edges.clear();
//   trace(a.mul(b).label("ab").add(a).label("sum"));
//   edges                               // ==> [ab → sum, a → ab, b → ab, a → sum]
//   ```
//
// ## Further
// - [Directed acyclic graph](https://en.wikipedia.org/wiki/Directed_acyclic_graph): what mathematicians call our picture.
// - [Graphviz](https://graphviz.org/), which decides where the boxes go.
