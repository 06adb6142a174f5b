package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.OldDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EveryWayOnPostgresTest extends EveryWayContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }

    @Override
    OldDatabase openOld() {
        return OldDatabase.onPostgres();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void in_the_tables_where_they_are(FieldCase one) throws Exception {
        try (MovedPeople moved = MovedPeople.inPlace(one, filled(one), folder)) {
            check(one, moved);
        }
    }
}
