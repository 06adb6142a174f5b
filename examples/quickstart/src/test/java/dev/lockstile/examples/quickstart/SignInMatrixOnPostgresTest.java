package dev.lockstile.examples.quickstart;

import dev.lockstile.test.TestPostgres;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

final class SignInMatrixOnPostgresTest extends SignInMatrixContract {

    @Override
    Map<String, String> database(Path folder) {
        return Map.of("QUICKSTART_DB_URL", TestPostgres.freshDatabase());
    }

    @Override
    Set<SignInTransport> usual() {
        return EnumSet.of(SignInTransport.COOKIE, SignInTransport.MOBILE);
    }
}
