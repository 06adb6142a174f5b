package dev.lockstile.auth.imports.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterSettings;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.SourceProvider;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.secret.Secret;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@code mongodb://host/database} and {@code mongodb+srv://host/database}. A user given beside the address is
 * looked up in the database of the address, or in its {@code authSource}.
 */
public final class MongoSourceProvider implements SourceProvider {

    private static final int MILLIS_TO_ANSWER = 10_000;

    /** For the service loader. */
    public MongoSourceProvider() {}

    @Override
    public Optional<Source> open(SourceAccess access) {
        boolean ours = access.url().startsWith("mongodb://") || access.url().startsWith("mongodb+srv://");
        return ours ? Optional.of(source(access)) : Optional.empty();
    }

    private static Source source(SourceAccess access) {
        ConnectionString address = address(access);
        String database = address.getDatabase();
        if (database == null) {
            throw new SourceUnusableException(
                    access.safeUrl() + " names no database: mongodb://host/database is what is wanted");
        }
        MongoClient client = MongoClients.create(settings(access, address, database));
        return MongoSource.connected(client, database, access.safeUrl());
    }

    /** The driver's own words are not repeated: they may quote the address with its password. */
    private static ConnectionString address(SourceAccess access) {
        try {
            return new ConnectionString(access.url());
        } catch (IllegalArgumentException e) {
            throw new SourceUnusableException("not an address of MongoDB: " + access.safeUrl());
        }
    }

    private static MongoClientSettings settings(SourceAccess access, ConnectionString address, String database) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> patience(cluster, address));
        MongoCredential credential = credential(access, address, database);
        return credential == null
                ? settings.build()
                : settings.credential(credential).build();
    }

    /** The driver would wait half a minute where the address says nothing. */
    private static void patience(ClusterSettings.Builder cluster, ConnectionString address) {
        Integer said = address.getServerSelectionTimeout();
        cluster.serverSelectionTimeout(said == null ? MILLIS_TO_ANSWER : said, TimeUnit.MILLISECONDS);
    }

    private static @Nullable MongoCredential credential(
            SourceAccess access, ConnectionString address, String database) {
        Secret password = access.password();
        if (access.user() == null || password == null) {
            return null;
        }
        MongoCredential inAddress = address.getCredential();
        String where = inAddress == null ? database : inAddress.getSource();
        return MongoCredential.createCredential(
                access.user(), where, password.reveal().toCharArray());
    }
}
