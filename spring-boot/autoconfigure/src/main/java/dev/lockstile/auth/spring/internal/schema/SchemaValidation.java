package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.Migration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;

/** Refuses a start with change sets that have not run, after the application's own migrations. */
final class SchemaValidation implements InitializingBean {

    private static final int SHOWN = 5;

    private final AuthSchema schema;

    SchemaValidation(AuthSchema schema) {
        this.schema = schema;
    }

    @Override
    public void afterPropertiesSet() {
        List<Migration> pending = schema.pending();
        if (!pending.isEmpty()) {
            String first = pending.stream().limit(SHOWN).map(Migration::id).collect(Collectors.joining(", "));
            throw new AuthSetupException(List.of("change-sets-pending: " + pending.size()
                    + " change sets of the library have not run on this database, the first ones " + first));
        }
    }
}
