package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class ContentKeysIntoPostgresTest extends ContentKeysContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }

    @Override
    String unbounded() {
        return "numeric";
    }
}
