package playmore.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import playmore.pytorch.PyTorch;

/** What the benchmark compares is the same training. */
class MoonsStepTest {

    @Test
    void everyWayLearnsTheSame() {
        MoonsStep step = new MoonsStep();
        MoonsStep.Start eager = new MoonsStep.Start();
        MoonsStep.Recorded tape = new MoonsStep.Recorded();
        MoonsStep.Bare bare = new MoonsStep.Bare();
        MoonsStep.Torch torch = PyTorch.isAvailable() ? new MoonsStep.Torch() : null;
        for (int k = 0; k < 20; k++) {
            double inPyTorch = torch == null ? 0 : torch.torch.lossNow();
            double loss = step.eager(eager);
            assertEquals(loss, step.tape(tape), 1e-12, "tape, step " + k);
            assertEquals(loss, step.bare(bare), 1e-12, "bare, step " + k);
            if (torch != null) {
                assertEquals(loss, inPyTorch, 1e-12, "PyTorch, step " + k);
                step.pytorch(torch);
            }
        }
    }
}
