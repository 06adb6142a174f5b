package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.imports.support.JpaHost;
import java.util.stream.LongStream;

/** Three bases in each build, 33 as a proof. */
final class GeneratedBasesOnPostgresTest extends GeneratedBasesContract {

    static LongStream seeds() {
        return seeds(3, 33);
    }

    static LongStream fewSeeds() {
        return seeds(1, 11);
    }

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
