package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class ContentVerificationOfPostgresTest extends ContentVerificationContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }
}
