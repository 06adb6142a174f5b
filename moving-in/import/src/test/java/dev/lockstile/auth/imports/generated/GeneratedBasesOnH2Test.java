package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.imports.support.JpaHost;
import java.util.stream.LongStream;

/** Twenty-two bases in each build, 220 as a proof. */
final class GeneratedBasesOnH2Test extends GeneratedBasesContract {

    static LongStream seeds() {
        return seeds(22, 220);
    }

    static LongStream fewSeeds() {
        return seeds(5, 55);
    }

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
