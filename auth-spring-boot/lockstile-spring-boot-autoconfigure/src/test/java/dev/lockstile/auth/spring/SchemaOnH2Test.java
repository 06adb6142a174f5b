package dev.lockstile.auth.spring;

final class SchemaOnH2Test extends SchemaContract {

    @Override
    String url() {
        return ShopHost.h2();
    }
}
