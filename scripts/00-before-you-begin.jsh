// # 00 · Before you begin
// Lecture [0:00:00](https://www.youtube.com/watch?v=VMj-3S1tku0&t=0s)
//
// What you are going to build, what it is good for, and how to get the most out of this kit. Nothing
// on this page needs to be understood yet. Look where the journey goes, then start with chapter 01.
chapter("00-before-you-begin");

// ## What micrograd is
// **micrograd** is a small engine that Andrej Karpathy wrote to teach one idea. You write down a
// mathematical expression, and it computes the result. Then it says of every number that went in: if
// this one were a little larger, how would the result change? The answer is called the number's
// *gradient*, and the way in which all of them are found, in one walk back from the result, is called
// *backpropagation*.
Value a = new Value(2.0, "a"), b = new Value(-3.0, "b"), c = new Value(10.0, "c");
Value L = a.mul(b).add(c).label("L");
L.backward();
drawDot(L)

// Read it from the left: 2 times −3, plus 10, is 4. On the right of each box is the gradient. That of
// `a` is −3: a little more of `a`, and `L` falls, three times as far.
//
// ## What it is good for
// A neural network is such an expression, only larger. What goes in are data and *weights*, and what
// comes out says how wrong the network is. The gradients say of each weight which way to turn it, so
// that it becomes less wrong. Turn all of them a little, and begin again: that is how a network
// learns, be it this one or a large language model. PyTorch, JAX and all the others have
// backpropagation at their heart. The rest of them is about doing it fast.
//
// ## What you will hold in your hands
// By chapter 20 you have written every line of what runs here: 100 points that lie on two moons, and a
// network with 337 numbers to turn, which does not know which point belongs to which.
Rng.seed(1337);
var moons = new playmore.lesson.Moons(100, 0.1);
var model = playmore.engine.MLP.relu(2, 16, 16, 1);
for (int k = 0; k < 100; k++) {
    var losses = new ArrayList<Value>();
    for (int i = 0; i < 100; i++)
        losses.add(model.predict(moons.xs[i]).mul(-moons.ys[i]).add(1).relu());
    var loss = sum(losses).div(100);                                    // forward
    model.zeroGrad();                                                   // zero
    loss.backward();                                                    // backward
    for (var p : model.parameters()) p.data -= (1 - 0.009 * k) * p.grad;    // step
}

// It has been told a hundred times how wrong it was. Now it has an opinion on every place in the plane:
double[] coordinate(int axis, double moon) {
    return IntStream.range(0, 100).filter(i -> moons.ys[i] == moon)
        .mapToDouble(i -> moons.xs[i][axis]).toArray();
}
plot("what the network has learned", "x", "y",
    boundary((x, y) -> model.predict(x, y).data),
    points("one moon", coordinate(0, 1), coordinate(1, 1)),
    points("the other", coordinate(0, -1), coordinate(1, -1)))

// ## How to use this kit
// "What I cannot create, I do not understand", stood on Richard Feynman's blackboard when he died. You
// will not learn this by reading, as nobody learns to swim by watching.
//
// - **Watch** a chapter of the lecture; the time at the head of each chapter is a link to its place.
// - **Run** the chapter here. At each *Pause*, stop and answer before you read on. A wrong answer
//   of your own teaches more than a right one of ours.
// - **Play**: the command `shell 05` opens a prompt where chapter 05 ends. Change a number, break
//   something, draw it. Each chapter ends with things to try.
// - **Write** the code of a chapter again, from an empty file, without looking.
// - **Keep notes** in your own words, and look for holes in your reasoning. `out/index.html` has what you
//   ran, with every picture, to copy from.
//
// ## Five things to know about JShell
// - An expression without a semicolon shows its value and gives it a name, `$1`, that you can use.
// - `Tab` completes what you type; the arrow up brings back what you typed.
// - `/list Value` shows the code of a class or method, `/edit Value` opens it to be changed.
// - To define something again replaces it. Where a class replaces another, its variables are null from
//   then on: they belonged to the old class. Make them again.
// - `/reset` begins anew, `/exit` ends.
//
// ## Try it
// - See once what jshell says to all of that. (What it answers stands behind the arrow, in every chapter.)
//   ```java
//   1 + 1                               // ==> 2
//   class Box { int size = 1; }
//   Box box = new Box();
//   /list Box
//   // ==> … : class Box { int size = 1; }
//   class Box { int size, weight; }
//   box                                 // ==> null
//   ```
//
// ## Further
// - [The lecture](https://www.youtube.com/watch?v=VMj-3S1tku0), two hours and twenty-five minutes, and
//   [micrograd](https://github.com/karpathy/micrograd), what it builds.
// - [What I cannot create, I do not
//   understand](https://journals.biologists.com/jcs/article/130/18/2941/56386/What-I-cannot-create-I-do-not-understand), on
//   Feynman's sentence.
