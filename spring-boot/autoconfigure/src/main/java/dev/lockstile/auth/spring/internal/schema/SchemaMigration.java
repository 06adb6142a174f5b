package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.schema.AuthSchema;
import org.springframework.beans.factory.InitializingBean;

/** Brings the tables of the library up to date, before JPA and before the application's own migrations. */
final class SchemaMigration implements InitializingBean {

    private final AuthSchema schema;

    SchemaMigration(AuthSchema schema) {
        this.schema = schema;
    }

    @Override
    public void afterPropertiesSet() {
        schema.migrate();
    }
}
