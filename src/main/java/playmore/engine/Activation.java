package playmore.engine;

/** What a neuron does with its weighted sum before it passes it on. */
public enum Activation {

    /** Squashes into (-1, 1); the lecture's. */
    TANH {
        @Override
        Value apply(Value sum) {
            return sum.tanh();
        }
    },

    /** Passes what is positive, stops the rest; that of micrograd's library. */
    RELU {
        @Override
        Value apply(Value sum) {
            return sum.relu();
        }
    },

    /** Passes everything on as it is. */
    LINEAR {
        @Override
        Value apply(Value sum) {
            return sum;
        }
    };

    abstract Value apply(Value sum);
}
