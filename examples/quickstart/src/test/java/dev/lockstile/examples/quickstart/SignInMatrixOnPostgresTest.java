package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.imports.support.Postgres;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

final class SignInMatrixOnPostgresTest extends SignInMatrixContract {

    @Override
    Map<String, String> database(Path folder) {
        return Map.of("QUICKSTART_DB_URL", Postgres.freshDatabase());
    }

    @Override
    Set<SignInTransport> usual() {
        return EnumSet.of(SignInTransport.COOKIE, SignInTransport.MOBILE);
    }
}
