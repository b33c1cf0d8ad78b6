package playmore.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import playmore.Needs;
import playmore.pytorch.PyTorch;

/** What the benchmark compares is the same training. */
class MoonsStepTest {

    @Test
    void everyWayLearnsTheSame() throws IOException, InterruptedException {
        MoonsStep step = new MoonsStep();
        MoonsStep.Start eager = new MoonsStep.Start();
        MoonsStep.Recorded tape = new MoonsStep.Recorded();
        MoonsStep.Bare bare = new MoonsStep.Bare();
        MoonsStep.Torch torch = PyTorch.isAvailable() ? new MoonsStep.Torch() : null;
        double[] inC = MoonsInC.isAvailable() ? MoonsInC.run(new MoonsStep.Start(), 20) : null;
        for (int k = 0; k < 20; k++) {
            double inPyTorch = torch == null ? 0 : torch.torch.lossNow();
            double loss = step.eager(eager);
            assertEquals(loss, step.tape(tape), 1e-12, "tape, step " + k);
            assertEquals(loss, step.bare(bare), 1e-12, "bare, step " + k);
            if (inC != null) assertEquals(loss, inC[k], 1e-12, "C, step " + k);
            if (torch != null) {
                assertEquals(loss, inPyTorch, 1e-12, "PyTorch, step " + k);
                step.pytorch(torch);
            }
        }
    }

    /** PyTorch notes for each thread by itself whether it records. */
    @Test
    void pytorchLearnsInAnyThread() throws InterruptedException {
        Needs.that(PyTorch.isAvailable(), PyTorch.missing());
        double[] loss = new double[2];
        Thread other = new Thread(() -> {
            MoonsStep.Torch torch = new MoonsStep.Torch();
            loss[0] = torch.torch.lossNow();
            torch.torch.step(0.1);
            loss[1] = torch.torch.lossNow();
        });
        other.start();
        other.join();
        assertTrue(0 < loss[1] && loss[1] < loss[0], loss[0] + ", then " + loss[1]);
    }
}
