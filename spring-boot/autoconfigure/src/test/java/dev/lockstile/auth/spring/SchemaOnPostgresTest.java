package dev.lockstile.auth.spring;

import dev.lockstile.test.TestPostgres;

final class SchemaOnPostgresTest extends SchemaContract {

    @Override
    String url() {
        return TestPostgres.freshDatabase();
    }
}
