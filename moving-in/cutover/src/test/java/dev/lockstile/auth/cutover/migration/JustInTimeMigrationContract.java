package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** People who come over at their first sign-in, and strangers who want something of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JustInTimeMigrationContract {

    private JustInTimeMigrationFixture fixture;

    abstract JpaHost openHost();

    @BeforeAll
    final void open() {
        fixture = new JustInTimeMigrationFixture(openHost());
    }

    @AfterAll
    final void close() {
        fixture.close();
    }

    @Nested
    final class FirstSignIn extends FirstSignInCases {
        @Override
        JustInTimeMigrationFixture fixture() {
            return JustInTimeMigrationContract.this.fixture;
        }
    }

    @Nested
    final class FirstProof extends FirstProofCases {
        @Override
        JustInTimeMigrationFixture fixture() {
            return JustInTimeMigrationContract.this.fixture;
        }
    }

    @Nested
    final class Outage extends OutageCases {
        @Override
        JustInTimeMigrationFixture fixture() {
            return JustInTimeMigrationContract.this.fixture;
        }
    }

    @Nested
    final class OldName extends LegacyNameCases {
        @Override
        JustInTimeMigrationFixture fixture() {
            return JustInTimeMigrationContract.this.fixture;
        }
    }
}
