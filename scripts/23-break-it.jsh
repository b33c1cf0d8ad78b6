// # 23 · Encore: break it
// Lecture [1:17:32](https://www.youtube.com/watch?v=VMj-3S1tku0&t=4652s)
//
// Backpropagation is short, and each line of it is there for a reason. Here we leave the lines out, one
// at a time, and watch what breaks: the questions that learners ask most, answered by running the
// wrong algorithm beside the right one.
chapter("23-break-it");

// The smallest expression that shows it all. A leaf, `a`, is used twice; and so is a result, `u`.
Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
Value u = a.mul(b).label("u");
Value v = u.add(a).label("v");
Value L = u.mul(v).label("L");
L.backward();
drawDot(L)

// First the right way. `explain` tells for one value how its gradient came about.
explain(L, a);

// a goes two ways: into u as a factor, into v as a term. Each use brings a product, and the two add up.
// u has two uses as well, v and L itself:
explain(L, u);

// `walk` writes a page that goes through all of it, one value at a time.
walk(L)

// ## Why accumulate? [1:22:30](https://www.youtube.com/watch?v=VMj-3S1tku0&t=4950s)
// Say `=` where it should be `+=`, and each node keeps what it heard last.
//
// ## Why sort? [1:17:32](https://www.youtube.com/watch?v=VMj-3S1tku0&t=4652s)
// A node may pass its gradient on when it is complete, not before. From the inputs to the result is
// plainly wrong. To go down from the result, visiting whatever comes next, is wrong too, but only
// where a *result* is used twice; which is why it can look right for a long time.
//
// ## Why zero? [2:10:23](https://www.youtube.com/watch?v=VMj-3S1tku0&t=7823s)
// `backward` adds to what is there. That is right within one backward pass, and wrong from one pass to
// the next.
//
// *Pause: five mistakes. Which of u, v, a and b goes wrong first in each?*
breakIt(L)

// They can be followed turn by turn. No picture is made up: each algorithm ran on this very
// expression, only with one line of it wrong.
//
// ## Recap
// - `+=`, because a value may be used more than once.
// - Sorted, because a gradient must be complete before it is passed on.
// - Zeroed, because the next pass adds to what the last one left.
//
// ## Try it
// - Take the plus out of the middle: `L = (a·b)·(c·d)`, all four different. Which mistakes can you make now
//   without being found out?
//   ```java
//   var four = a.mul(b).mul(new Value(5, "c").mul(new Value(7, "d"))).label("L");
//   breakIt(four)
//   // ==> No value is used twice here, so nothing is lost. …
//   // ==> No result is used twice here (a leaf may be: it passes nothing on), …
//   ```
// - `breakIt` takes any expression, a network too. Which mistake would a network forgive?
//   ```java
//   breakIt(new MLP(2, 2, 1).predict(1, -1))
//   // ==> No result is used twice here (a leaf may be: it passes nothing on), …
//   ```
//
// ## Further
// - [Yes you should understand backprop](https://karpathy.medium.com/yes-you-should-understand-backprop-e2f06eab496b), Karpathy on
//   what goes wrong for those who do not.
