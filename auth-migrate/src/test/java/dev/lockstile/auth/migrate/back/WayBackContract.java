package dev.lockstile.auth.migrate.back;

import dev.lockstile.auth.migrate.support.JpaHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** Nothing that changes here is lost on its way to the old system, whatever falls over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WayBackContract {

    private JpaHost host;

    abstract JpaHost openHost();

    @BeforeAll
    final void open() {
        host = openHost().migrate("way-back-host.xml");
    }

    @AfterAll
    final void close() {
        host.close();
    }

    @Nested
    final class NotedChanges extends NotedChangeCases {
        @Override
        JpaHost host() {
            return WayBackContract.this.host;
        }
    }

    @Nested
    final class Sending extends SendingCases {
        @Override
        JpaHost host() {
            return WayBackContract.this.host;
        }
    }

    @Nested
    final class Trouble extends WayBackTroubleCases {
        @Override
        JpaHost host() {
            return WayBackContract.this.host;
        }
    }
}
