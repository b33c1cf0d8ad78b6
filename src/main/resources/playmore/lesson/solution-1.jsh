// a·b² grows with a by b², and with b by 2ab. The minus of e⁻ᵃ comes out by the chain rule.
// −b/c is −b·c⁻¹, which grows with c by b·c⁻².
double[] gradient(double a, double b, double c) {
    return new double[] {
        b * b - StrictMath.exp(-a),
        2 * a * b - 1 / c,
        b / (c * c)
    };
}
