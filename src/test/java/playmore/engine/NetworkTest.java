package playmore.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NetworkTest {

    @Test
    void networkOfTheLectureHas41Parameters() {
        List<Value> parameters = new MLP(3, 4, 4, 1).parameters();
        assertEquals(41, parameters.size());
        assertEquals(41, new HashSet<>(parameters.stream().map(p -> p.label).toList()).size(), "names differ");
        assertTrue(parameters.stream().allMatch(p -> -1 <= p.data && p.data < 1));
    }

    @Test
    void micrograd337() {
        MLP model = MLP.relu(2, 16, 16, 1);
        assertEquals(337, model.parameters().size());
        assertTrue(model.parameters().stream().filter(p -> p.label.startsWith("b")).allMatch(b -> b.data == 0));
    }

    @Test
    void parameterIsNamedForWhereItIs() {
        MLP n = new MLP(3, 4, 4, 1);
        assertEquals("w[1,0,2]", n.layers.get(1).neurons.get(0).w.get(2).label);
        assertEquals("b[2,0]", n.layers.get(2).neurons.get(0).b.label);
        assertEquals("w[2,1]", new Layer(2, 3).neurons.get(2).w.get(1).label);
        assertEquals(List.of("w[0]", "w[1]", "b"), new Neuron(2).parameters().stream().map(p -> p.label).toList());
    }

    /** At the prompt the learner sees all of it. */
    @Test
    void whatCannotBeIsRefusedWithAShortTrace() {
        for (Executable wrong : List.<Executable>of(() -> new MLP(0, 1), () -> new MLP(2, 3, 0), () -> new Layer(0, 1), () -> new Neuron(0))) {
            Exception e = assertThrows(IllegalArgumentException.class, wrong);
            List<String> engine = Stream.of(e.getStackTrace()).map(StackTraceElement::getClassName)
                    .takeWhile(name -> !name.equals(NetworkTest.class.getName())).toList();
            assertTrue(engine.stream().allMatch(name -> name.startsWith("playmore.engine.")), engine + "");
        }
    }

    @Test
    void neuronIsTanhOfTheWeightedSum() {
        Neuron n = new Neuron(2);
        double sum = n.w.get(0).data * 2 + n.w.get(1).data * 3 + n.b.data;
        assertEquals(Math.tanh(sum), n.forward(2, 3).data, 1e-15);
    }

    @Test
    void reluNetworkIsLinearAtItsOutput() {
        Rng.seed(1);
        MLP model = MLP.relu(1, 1);
        assertEquals(model.parameters().get(0).data * -5, model.predict(-5).data, 1e-15);
        MLP deep = MLP.relu(1, 1, 1);
        deep.parameters().forEach(p -> p.data = 1);
        assertEquals(1, deep.predict(-7).data, "hidden: relu(-7 + 1) = 0, output: 0 + 1");
    }

    @Test
    void outputIsTheLastLayers() {
        MLP n = new MLP(2, 3);
        assertEquals(3, n.forward(1, 2).length);
        assertMessage("predict is for a network with 1 output, this one has 3: use forward", () -> n.predict(1, 2));
    }

    @Test
    void gradientsOfANetworkAreTheMeasuredSlopes() {
        Rng.seed(3);
        for (MLP n : List.of(new MLP(3, 4, 4, 1), MLP.relu(3, 4, 4, 1))) {
            Value loss = n.predict(2, 3, -1).sub(1).pow(2);
            loss.backward();
            assertTrue(GradCheck.of(loss).stream().allMatch(c -> c.error() < 1e-6), () -> "" + GradCheck.of(loss));
        }
    }

    @Test
    void zeroGradClearsEveryParameter() {
        MLP n = new MLP(3, 4, 4, 1);
        n.predict(2, 3, -1).backward();
        assertTrue(n.parameters().stream().anyMatch(p -> p.grad != 0));
        n.zeroGrad();
        assertTrue(n.parameters().stream().allMatch(p -> p.grad == 0));
        n.parameters().forEach(p -> p.grad = 1);
        n.layers.get(0).zeroGrad();
        n.layers.get(1).neurons.get(0).zeroGrad();
        assertEquals(41 - 16 - 5, n.parameters().stream().mapToDouble(p -> p.grad).sum());
    }

    @Test
    void aLayerIsItsNeuronsSideBySide() {
        Layer layer = new Layer(2, 3);
        Value x1 = new Value(2), x2 = new Value(3);
        for (int i = 0; i < 3; i++) {
            double alone = layer.neurons.get(i).forward(2, 3).data;
            assertEquals(alone, layer.forward(2, 3)[i].data);
            assertEquals(alone, layer.forward(x1, x2)[i].data);
        }
        assertEquals(List.of("x1", "x2", "x3"), Stream.of(Neuron.inputs(new double[3])).map(x -> x.label).toList());
    }

    @Test
    void sameSeedSameNetwork() {
        Rng.seed(42);
        String first = new MLP(3, 4, 1).parameters().toString();
        String second = new MLP(3, 4, 1).parameters().toString();
        Rng.seed(42);
        assertEquals(first, new MLP(3, 4, 1).parameters().toString());
        assertNotEquals(first, second);
    }

    @Test
    void wrongSizesAreSaid() {
        assertMessage("Neuron expects 3 inputs, got 2", () -> new Neuron(3).forward(1, 2));
        assertMessage("Neuron expects 1 input, got 2", () -> new Neuron(1).forward(1, 2));
        assertMessage("Neuron expects 3 inputs, got 2", () -> new Layer(3, 2).forward(1, 2));
        assertMessage("MLP expects 3 inputs, got 4", () -> new MLP(3, 4, 1).forward(1, 2, 3, 4));
        assertMessage("Neuron expects 3 inputs, got null", () -> new Neuron(3).forward((double[]) null));
        assertMessage("Neuron expects 3 inputs, got null", () -> new Layer(3, 2).forward((Value[]) null));
        assertMessage("MLP expects 3 inputs, got null", () -> new MLP(3, 1).predict((double[]) null));
        assertMessage("There is no number to compute with: the value is null", () -> new MLP(2, 1).forward(new Value(1), null));
        assertMessage("Neuron needs at least 1 input, got 0", () -> new Neuron(0));
        assertMessage("Layer needs at least 1 neuron, got 0", () -> new Layer(2, 0));
        assertMessage("Layer needs at least 1 neuron, got -1", () -> new MLP(3, 4, -1));
        assertMessage("MLP needs at least 1 layer, got 0: write new MLP(3, 1)", () -> new MLP(3));
        assertMessage("MLP needs at least 1 layer, got 0: write new MLP(3, 1)", () -> new MLP(3, (int[]) null));
        String refused = "MLP needs an activation, got null: Op.LINEAR passes the sum on as it is";
        assertMessage(refused, () -> new MLP(Op.TANH, null, 3, 1));
        assertMessage(refused, () -> new MLP(null, Op.TANH, 3, 1));
    }

    @Test
    void printsItsShape() {
        assertEquals("MLP(3 -> 4 -> 4 -> 1, 41 parameters)", new MLP(3, 4, 4, 1).toString());
        assertEquals("Neuron(2 inputs, TANH)", new Neuron(2).toString());
        assertEquals("Layer[Neuron(1 input, TANH), Neuron(1 input, TANH)]", new Layer(1, 2).toString());
        assertEquals("[Layer[Neuron(1 input, RELU)], Layer[Neuron(1 input, LINEAR)]]", MLP.relu(1, 1, 1).layers.toString());
    }

    private static void assertMessage(String message, Executable code) {
        assertEquals(message, assertThrows(RuntimeException.class, code).getMessage());
    }
}
