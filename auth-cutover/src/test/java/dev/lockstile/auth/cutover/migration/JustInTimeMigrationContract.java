package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.support.JpaHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** People who come over at their first sign-in, and strangers who want something of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JustInTimeMigrationContract {

    private JustInTimeMigrationFixture bed;

    abstract JpaHost openHost();

    @BeforeAll
    final void open() {
        bed = new JustInTimeMigrationFixture(openHost());
    }

    @AfterAll
    final void close() {
        bed.close();
    }

    @Nested
    final class FirstSignIn extends FirstSignInCases {
        @Override
        JustInTimeMigrationFixture bed() {
            return JustInTimeMigrationContract.this.bed;
        }
    }

    @Nested
    final class Outage extends OutageCases {
        @Override
        JustInTimeMigrationFixture bed() {
            return JustInTimeMigrationContract.this.bed;
        }
    }

    @Nested
    final class OldName extends LegacyNameCases {
        @Override
        JustInTimeMigrationFixture bed() {
            return JustInTimeMigrationContract.this.bed;
        }
    }
}
