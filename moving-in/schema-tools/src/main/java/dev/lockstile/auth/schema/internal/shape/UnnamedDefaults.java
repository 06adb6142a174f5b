package dev.lockstile.auth.schema.internal.shape;

import java.util.Map;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.GeneratorSettings;
import org.jspecify.annotations.Nullable;

/** Settings of generators of keys without a schema: a connection's current one is meant. */
record UnnamedDefaults(MetadataImplementor metadata) implements GeneratorSettings {

    @Override
    public @Nullable String getDefaultCatalog() {
        return null;
    }

    @Override
    public @Nullable String getDefaultSchema() {
        return null;
    }

    @Override
    public SqlStringGenerationContext getSqlStringGenerationContext() {
        return SqlStringGenerationContextImpl.fromConfigurationMap(
                metadata.getDatabase().getJdbcEnvironment(), metadata.getDatabase(), Map.of());
    }
}
