package dev.lockstile.proofs;

final class TwoNodesOnH2Test extends TwoNodesContract {

    @Override
    ProofDatabase database() {
        return ProofDatabase.h2();
    }
}
