package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.imports.support.JpaHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** Nothing that changes here is lost on its way to the old system, whatever falls over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WriteBackContract {

    private JpaHost host;

    abstract JpaHost openHost();

    @BeforeAll
    final void open() {
        host = openHost().migrate("write-back-host.xml");
    }

    @AfterAll
    final void close() {
        host.close();
    }

    @Nested
    final class NotedChanges extends TrackedChangeCases {
        @Override
        JpaHost host() {
            return WriteBackContract.this.host;
        }
    }

    @Nested
    final class Sending extends SendingCases {
        @Override
        JpaHost host() {
            return WriteBackContract.this.host;
        }
    }

    @Nested
    final class Trouble extends WriteBackTroubleCases {
        @Override
        JpaHost host() {
            return WriteBackContract.this.host;
        }
    }

    @Nested
    final class SecondRows extends SecondRowCases {
        @Override
        JpaHost host() {
            return WriteBackContract.this.host;
        }
    }
}
