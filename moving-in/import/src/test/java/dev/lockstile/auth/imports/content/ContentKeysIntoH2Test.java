package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.support.JpaHost;

final class ContentKeysIntoH2Test extends ContentKeysContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Override
    String unbounded() {
        return "decfloat";
    }
}
