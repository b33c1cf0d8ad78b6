// # 02 · A derivative with several inputs
// Lecture [0:14:12](https://www.youtube.com/watch?v=VMj-3S1tku0&t=852s)
//
// A network has not one input but millions. The idea stays the same: hold everything still except
// one number, nudge that one, and see what the output does. You will see three inputs answer in
// three different ways.
chapter("02-derivative-many-inputs");

// ## Three inputs, one output
// The output `d` depends on `a`, `b` and `c`, and we look at it at one particular place.
double d(double a, double b, double c) {
    return a * b + c;
}
double a = 2.0;
double b = -3.0;
double c = 10.0;
double h = 0.0001;
double d1 = d(a, b, c);
print("d1 =", d1);

// *Pause: we make `a` a hair larger and leave `b` and `c` alone. Will `d` go up or down?*
double d2 = d(a + h, b, c);
print("d2 =", d2);
print("slope in a =", (d2 - d1) / h);

// Down: from 4 to 3.9997, but for the last digits. `a` is multiplied by `b`, and `b` is negative,
// so more of `a` means more of something negative. And `d` moved three times as far as we moved
// `a`.
//
// *Pause: and if `b` grows a little instead?*
d2 = d(a, b + h, c);
print("d2 =", d2);
print("slope in b =", (d2 - d1) / h);

// Up. `b` is multiplied by `a`, which is a positive 2, and `b` became less negative.
//
// *Pause: and `c`?*
d2 = d(a, b, c + h);
print("d2 =", d2);
print("slope in c =", (d2 - d1) / h);

// Up again, by just as much as we put on. `c` is only added: whatever happens to it arrives in `d`,
// no more and no less.
//
// *Pause: the slopes are −3, 2 and 1. Have you seen these numbers before?*
//
// The slope in `a` is `b`, the slope in `b` is `a`, and the slope in `c` is 1. That is no accident:
// a product answers to each factor with the other factor, and a sum hands every change straight
// through. Chapter 05 shows why, and from then on we live by it.
//
// ## What is it good for?
// Each of the three slopes is a *partial* derivative: partial, because all other inputs were held
// still. Taken together they are called the *gradient*, and it tells you how to steer. To make `d`
// larger, move `a` down, and `b` and `c` up, and `b` matters twice as much as `c`. (Soon we shall also
// say "the gradient of `a`" and mean its share, the one number −3. Everybody does.)
//
// A network learns in just this way. Its inputs are the weights, its output is a number that says
// how wrong it was, and the gradient says which way to turn each weight to be less wrong. Here
// there are three inputs, in a large language model hundreds of billions. The idea is this one.
//
// ## Recap
// - With several inputs there is one slope for each: nudge one, hold the others still.
// - The sign says which way the output moves, the size says how strongly.
// - In a product each factor's slope is the other factor; in a sum every slope is 1.
//
// ## Try it
// - Bump all three inputs by `h` at once. First predict the change from the three slopes, in units of `h`:
//   −3 + 2 + 1 = 0.
//   ```java
//   d(a + h, b + h, c + h) - d1         // ==> 9.9999…E-9
//   ```
//   Not quite 0, but `h²`: it comes from `h` times `h` in the product, and is what a slope leaves out.
// - What does a 0 do to the other factor's say? This is the slope in `a` where `b` is 0:
//   ```java
//   (d(a + h, 0, c) - d(a, 0, c)) / h   // ==> 0.0
//   ```
//
// ## Further
// - [Partial derivative](https://en.wikipedia.org/wiki/Partial_derivative) and
//   [gradient](https://en.wikipedia.org/wiki/Gradient), with pictures of surfaces.
// - *The Math Book: Big Ideas Simply Explained*, page 268: what Newton and Leibniz wanted it for.
