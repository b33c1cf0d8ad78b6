// # 92 · One of each kind of page
// Lecture [0:00:01](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1s)
chapter("92-moving");
var a = new Value(2, "a");
var b = new Value(-3, "b");
var L = a.mul(b).add(a).tanh().label("L");
walk(L)
//
breakIt(L)
//
live(L)
//
tangent(x -> x * x, 3, 6)
//
double[][] xs = {{0, 0}, {1, 1}, {0, 1}, {1, 0}};
double[] ys = {1, 1, -1, -1};
playground(xs, ys)
//
Film filmed(String name) {
    var n = new MLP(2, 3, 1);
    var film = film(n, xs, ys).label(name);
    for (int k = 0; k < 3; k++) {
        Value loss = n.predict(xs[0]).sub(ys[0]).pow(2);
        n.zeroGrad();
        loss.backward();
        for (var p : n.parameters()) p.data -= 0.1 * p.grad;
        film.shot(loss);
    }
    return film;
}
filmed("one").show(filmed("other"))
