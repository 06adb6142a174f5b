package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class ContentVerificationOfH2Test extends ContentVerificationContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
