// Softmax: e to the power of each logit, as a share of their sum. Then minus the log of the answer's share.
Value negativeLogLikelihood(List<Value> logits, int answer) {
    Value sum = new Value(0);
    for (Value logit : logits) sum = sum.add(logit.exp());
    Value probability = logits.get(answer).exp().div(sum);
    return probability.log().neg();
}
