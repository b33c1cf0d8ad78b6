package playmore.motion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import playmore.output.Page;

/** A training that can be touched. */
public final class Playground {

    private record Point(double x, double y, double answer) {}

    private Playground() {}

    /**
     * Writes a page on which a network learns to part these points before one's eyes. Points can be moved,
     * added and taken away, also while it trains; the network's size, its seed and the rate can be chosen. The
     * page trains as chapter 20 does, with the same start from the same seed. It is one file that needs no network.
     *
     * <p>Lecture 2:16:46.
     *
     * @param xs the points, each its two coordinates
     * @param ys the answers, each -1 or 1
     * @throws IllegalArgumentException if there are not as many answers as points, or none, or one is something else
     */
    public static Page playground(double[][] xs, double[] ys) {
        check(xs, ys);
        List<Point> points = IntStream.range(0, xs.length).mapToObj(i -> new Point(xs[i][0], xs[i][1], ys[i])).toList();
        return MotionPage.page("Training to touch",
                prefix -> MotionPage.figure("playground", "A network learns the points: train it, and touch them", "", points));
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
