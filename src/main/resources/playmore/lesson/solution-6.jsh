// From the output back: a result before what it was made of. Either of d and e may be first.
List<Value> order() {
    return List.of(o, f, d, e);
}
