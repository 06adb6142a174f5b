package dev.lockstile.auth.spring;

import org.junit.jupiter.api.Tag;

@Tag("proof")
final class SchemaOnH2Test extends SchemaContract {

    @Override
    String url() {
        return ShopHost.h2();
    }
}
