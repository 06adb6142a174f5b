package dev.lockstile.proofs;

final class TwoNodesOnPostgresTest extends TwoNodesContract {

    @Override
    ProofDatabase database() {
        return ProofDatabase.postgres();
    }
}
