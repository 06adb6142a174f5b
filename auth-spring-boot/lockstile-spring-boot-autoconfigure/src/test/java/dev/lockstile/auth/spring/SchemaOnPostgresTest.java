package dev.lockstile.auth.spring;

final class SchemaOnPostgresTest extends SchemaContract {

    @Override
    String url() {
        return TestPostgres.freshDatabase();
    }
}
