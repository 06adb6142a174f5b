package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** People who come over at their first sign-in, and strangers who want something of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AdoptionContract {

    private AdoptionBed bed;

    abstract JpaHost openHost();

    @BeforeAll
    final void open() {
        bed = new AdoptionBed(openHost());
    }

    @AfterAll
    final void close() {
        bed.close();
    }

    @Nested
    final class FirstSignIn extends FirstSignInCases {
        @Override
        AdoptionBed bed() {
            return AdoptionContract.this.bed;
        }
    }

    @Nested
    final class Outage extends OutageCases {
        @Override
        AdoptionBed bed() {
            return AdoptionContract.this.bed;
        }
    }

    @Nested
    final class OldName extends OldNameCases {
        @Override
        AdoptionBed bed() {
            return AdoptionContract.this.bed;
        }
    }
}
