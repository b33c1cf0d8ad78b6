package playmore.motion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import playmore.output.Page;

/** A training run that the reader can change while it goes on. */
public final class Playground {

    private record Point(double x, double y, double answer) {}

    private Playground() {}

    /**
     * Writes a page on which a network learns to separate these points. The reader can move, add and remove points,
     * even during training, and choose the size of the network, the seed and the learning rate. The page trains as
     * chapter 20 does, and the same seed gives the same initial weights. It is one file that works offline.
     *
     * <p>Lecture 2:16:46.
     *
     * @param xs the points, two coordinates each
     * @param ys the answers, each -1 or 1
     * @throws IllegalArgumentException if there are no points, the number of answers differs from the number of points,
     *     a coordinate is not finite, or an answer is neither -1 nor 1
     */
    public static Page playground(double[][] xs, double[] ys) {
        check(xs, ys);
        List<Point> points = IntStream.range(0, xs.length).mapToObj(i -> new Point(xs[i][0], xs[i][1], ys[i])).toList();
        return MotionPage.page("Training to touch", prefix -> MotionPage.figure("playground",
                "A network learns the points: train it, and touch them", "", points));
    }

    private static void check(double[][] xs, double[] ys) {
        if (xs == null || ys == null || xs.length == 0 || xs.length != ys.length) {
            throw new IllegalArgumentException("A playground needs points, and an answer for each: here are "
                    + MotionPage.mismatch("point", xs, ys));
        }
        for (int i = 0; i < xs.length; i++) {
            if (xs[i] == null || xs[i].length != 2 || !DoubleStream.of(xs[i]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("A point of the plane has two coordinates, and point " + i + " is "
                        + Arrays.toString(xs[i]));
            }
            if (Math.abs(ys[i]) != 1) {
                throw new IllegalArgumentException("An answer is -1 or 1, and that of point " + i + " is " + ys[i]);
            }
        }
    }
}
