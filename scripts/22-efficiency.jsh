// # 22 · Encore: everything else is just efficiency
// Lecture [0:06:00](https://www.youtube.com/watch?v=VMj-3S1tku0&t=360s)
//
// A few hundred lines are all there is to training a network, says the lecture at its very beginning;
// the rest of a big framework is about doing it fast. Here we look at the rest: the training
// step of chapter 20 with our `Value`, then replayed from a tape, then in PyTorch, with a stopwatch. All
// times are those of your own machine, taken now.
chapter("22-efficiency");

// ## The work
// The moons of chapter 20, the same network, the same loss; this time for any number of points.
Rng.seed(1337);
var model = playmore.engine.MLP.relu(2, 16, 16, 1);
playmore.engine.Value loss(playmore.lesson.Moons moons) {
    var losses = new ArrayList<playmore.engine.Value>();
    for (int i = 0; i < moons.xs.length; i++)
        losses.add(model.predict(moons.xs[i]).mul(-moons.ys[i]).add(1).relu());
    var squares = model.parameters().stream().map(p -> p.mul(p)).toList();
    return sum(losses).div(losses.size()).add(sum(squares).mul(1e-4));
}

// And the update, as ever.
void update(double rate) {
    for (var p : model.parameters()) p.data -= rate * p.grad;
}

// How many values is one such loss made of? Walk the expression, and count each value once.
var moons = new playmore.lesson.Moons(100, 0.1);
int count(playmore.engine.Value root) {
    var seen = new HashSet<playmore.engine.Value>(List.of(root));
    var open = new ArrayDeque<playmore.engine.Value>(seen);
    while (!open.isEmpty())
        for (var child : open.pop().children())
            if (seen.add(child)) open.push(child);
    return seen.size();
}
int values = count(loss(moons));
print("values =", values);

// ## The stopwatch
// Java runs a piece of code slowly at first, notices that it is needed often, and compiles it to
// machine code, the better the longer it runs. And other programs get in between. So let it run for a
// while, and keep the best time: what the work takes when nothing disturbs.
double microseconds(Runnable work, double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5 || System.nanoTime() < end; round++) {
        long start = System.nanoTime();
        work.run();
        best = Math.min(best, System.nanoTime() - start);
    }
    return best / 1000.0;
}

// ## Eager: an object for every number
// *Pause: a step makes and walks all these values. How long may it take? A second, a thousandth?*
var ready = loss(moons);
double forward = microseconds(() -> loss(moons), 0.3);
double backward = microseconds(() -> ready.backward(), 0.2);
model.zeroGrad();                             // backward has added and added
double step = microseconds(() -> update(1e-3), 0.05);    // small: only for the time
show(Table.create("an eager step",
    StringColumn.create("part", "forward", "backward", "update"),
    DoubleColumn.create("microseconds", forward, backward, step),
    DoubleColumn.create("nanoseconds a value",
        forward * 1000 / values, backward * 1000 / values, step * 1000 / values)));

// Nanoseconds for each value: some tens of the processor's cycles. That sounds little. But the useful
// work on a value is *one* addition or multiplication forward, and two of each backward, and a processor
// does several of those in a single cycle. The rest is housekeeping: make an object, note where it came
// from, find the order, follow a reference to wherever in memory the operands lie.
//
// How much memory does it take to remember all that?
import java.lang.management.ManagementFactory;
var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
long bytes(Runnable work) {
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    work.run();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
}
print("bytes a value =", Math.round(1.0 * bytes(() -> loss(moons)) / values));
print("of which are its number and its gradient =", 2 * Double.BYTES);

// ## Replay: write it down once
// The expression is the same in every step; only the numbers in its leaves differ. So why write it
// anew, and sort it anew for each way back? A `Tape` records the expression once, in order, and keeps it
// as plain arrays of numbers. Then `forward` and `backward` run over the arrays, one from the left, the
// other from the right. Nothing is sorted, and no object is made.
var tape = new Tape(loss(moons));
print("loss, eager  =", loss(moons).data);
print("loss, replay =", tape.forward());

// The gradients must be the same, too; up to the last digit or two, since the tape may add up in another
// order. `backward` adds to what is there, in both.
model.zeroGrad();
loss(moons).backward();
double[] eager = model.parameters().stream().mapToDouble(p -> p.grad).toArray();
model.zeroGrad();
tape.backward();
double[] replay = model.parameters().stream().mapToDouble(p -> p.grad).toArray();
print("largest difference =", IntStream.range(0, eager.length)
    .mapToDouble(i -> Math.abs(eager[i] - replay[i])).max().getAsDouble());

// *Pause: no more objects. What will that save, half of the time, nine tenths?*
double replayForward = microseconds(() -> tape.forward(), 0.25);
double replayBackward = microseconds(() -> tape.backward(), 0.25);
print("forward is", forward / replayForward, "times as fast, backward",
    backward / replayBackward, "times");

// More than the objects can explain! The tape has a second trick. It sees that the losses of the 100 points
// are computed *alike*: the same operations, with other numbers. It lays those numbers side by side, and
// computes the same value of all 100 points in one short loop. Java compiles such a loop to
// instructions that add or multiply several numbers at once. The weights, which all points share,
// are the same number for the whole loop.
//
// A row of numbers that are computed alike: others call it a *tensor*. In PyTorch we have to find the
// tensors ourselves, and write the network with them. The tape finds them in our scalars.

// ## PyTorch: tensors from the start
// Here is the same step in PyTorch: all points in one tensor, all weights of a layer in another, so that
// the whole layer is a single operation. From `playmore.pytorch.TorchMoons`:
//
// ```java
// NDArray loss() {
//     NDArray h = x;
//     for (int i = 0; i < weights.size(); i++) {
//         if (i > 0) h = Activation.relu(h);
//         h = Linear.linear(h, weights.get(i), biases.get(i)).singletonOrThrow();
//     }
//     NDArray loss = Activation.relu(h.mul(minusY).add(one)).mean();
//     NDArray squares = null;
//     for (List<NDArray> parameters : List.of(weights, biases)) {
//         for (NDArray p : parameters) {
//             NDArray square = p.mul(p).sum();
//             squares = squares == null ? square : squares.add(square);
//         }
//     }
//     return loss.add(squares.mul(l2));
// }
// ```
import playmore.pytorch.*;
boolean there = PyTorch.isAvailable();
print(there ? "PyTorch " + PyTorch.version() + " runs here." : PyTorch.missing());

// ## The race
// A whole step, forward, backward and update, in either way:
void eagerStep(playmore.lesson.Moons points, double rate) {
    var total = loss(points);
    model.zeroGrad();
    total.backward();
    update(rate);
}
void replayStep(Tape tape, double rate) {
    tape.forward();
    model.zeroGrad();
    tape.backward();
    update(rate);
}

// With 1000, 100 and 10 points, then. In the columns: how long a step takes, in microseconds.
//
// *Pause: who will win? Does the winner depend on how many points there are?*
int[] sizes = {10, 100, 1000};
double[] eagerTimes = new double[3], replayTimes = new double[3];
double[] torchTimes = new double[3];
for (int i = 2; i >= 0; i--) {
    var points = new playmore.lesson.Moons(sizes[i], 0.1);
    eagerTimes[i] = microseconds(() -> eagerStep(points, 0.001), 0.12);
    var recorded = new Tape(loss(points));
    replayTimes[i] = microseconds(() -> replayStep(recorded, 0.001), 0.12);
    if (!there) continue;
    try (var torch = new TorchMoons(points.xs, points.ys, model)) {
        torchTimes[i] = microseconds(() -> torch.step(0.001), 0.12);
    }
}
Table race = Table.create("microseconds a step", IntColumn.create("points", sizes),
    DoubleColumn.create("eager", eagerTimes),
    DoubleColumn.create("replay", replayTimes));
if (there) race.addColumns(DoubleColumn.create("PyTorch", torchTimes));
show(race);

// The same as a picture. The numbers lie so far apart that both axes are logarithmic: from one line to the
// next is ten times as much.
var lines = new ArrayList<playmore.plot.Series>(List.of(logX(), logY()));
lines.add(line("eager", new double[] {10, 100, 1000}, eagerTimes));
lines.add(line("replay", new double[] {10, 100, 1000}, replayTimes));
if (there) lines.add(line("PyTorch", new double[] {10, 100, 1000}, torchTimes));
plot("time of a step", "points", "microseconds",
    lines.toArray(playmore.plot.Series[]::new))

// Eager goes up by a little more than one line where the points go one to the right: ten times the values
// take ten times the work, and more than that in time, as they do not all fit into the fast memory near
// the processor.
print("replay on 100 points: eager takes",
    eagerTimes[1] / replayTimes[1], "times as long");
if (there) print("replay on 100 points: PyTorch takes",
    torchTimes[1] / replayTimes[1], "times as long");
if (there) print("ten times the points: PyTorch takes",
    torchTimes[1] / torchTimes[0], "times as long");

// PyTorch hardly notices how many points there are, as long as they are few. Each of its operations costs a
// microsecond or more before the first number is multiplied: look up which kernel fits these types and
// this device, check the shapes, make a tensor for the result, note it for the way back, and cross over from
// Java. A step has about a hundred operations, and that is where the time goes. PyTorch is built for tensors with
// millions of numbers, where all of that vanishes; on this small network, our tape has nothing to look up.
//
// And how near is the tape to what the processor could do? `./build.sh bench` compares it with loops written by
// hand for this one network. Where this was written they took two thirds of the tape's time in Java, and less than
// that in C. A C compiler that may change the order in which numbers are added needs a third. So a factor of
// three is left to who writes the loops; the tape finds them by itself.

// ## What it is good for
// The training of chapter 20, all 100 steps of it, with a new network:
void train(Tape tape, int steps) {
    for (int k = 0; k < steps; k++) replayStep(tape, 1.0 - 0.9 * k / steps);
}
model = playmore.engine.MLP.relu(2, 16, 16, 1);
var tape = new Tape(loss(moons));
long start = System.nanoTime();
train(tape, 100);
print("milliseconds =", (System.nanoTime() - start) / 1e6);
print("loss after training =", tape.forward());

// ## Recap
// - The mathematics is the same in all three. They differ in what surrounds a multiplication.
// - An eager framework pays for each *operation*. Ours has tiny operations, so it pays for each number.
// - Tensors make operations large. That is why every framework wants its numbers in batches.
// - Recording makes operations free: what is always the same is done once, ahead. `torch.compile` and JAX's
//   `jit` do it, too; the price is that the shape of the expression is fixed.
// - Then there are more of the same: narrower numbers (float32 and below), more cores, whole processors made
//   of nothing but multipliers. More about that you need not know to understand backpropagation.
//
// ## Try it
// - Give the network one hidden layer of 64 instead. How many times as fast is `forward` with a tape now, and how
//   many times was it before? Why?
//   ```java
//   model = playmore.engine.MLP.relu(2, 64, 1);
//   var wide = new Tape(loss(moons));
//   double wideForward = microseconds(() -> loss(moons), 0.5);
//   wideForward / microseconds(() -> wide.forward(), 0.5)       // ==> …
//   forward / replayForward                                     // ==> …
//   ```
// - How much is a tape worth where there are only ten points?
//   ```java
//   var ten = new playmore.lesson.Moons(10, 0.1);
//   var short10 = new Tape(loss(ten));
//   double tenForward = microseconds(() -> loss(ten), 0.5);
//   tenForward / microseconds(() -> short10.forward(), 0.5)     // ==> …
//   ```
// - Move a point between two steps. `tape.leaves()` lists the leaves; the points are those called `x1` and `x2`.
//   Does the tape notice?
//   ```java
//   var x1 = tape.leaves().stream().filter(v -> v.label.equals("x1")).findFirst().get();
//   double before = tape.forward();
//   x1.data += 1;
//   tape.forward() == before            // ==> false
//   ```
//
// ## Further
// - [torch.compile](https://pytorch.org/docs/stable/generated/torch.compile.html): PyTorch's way to record and replay.
// - [JAX](https://docs.jax.dev/), where recording comes first.
