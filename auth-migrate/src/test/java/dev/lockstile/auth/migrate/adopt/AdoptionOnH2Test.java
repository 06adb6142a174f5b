package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.migrate.support.JpaHost;

final class AdoptionOnH2Test extends AdoptionContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }
}
