package dev.lockstile.auth.imports.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterSettings;
import com.mongodb.connection.SocketSettings;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.SourceProvider;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@code mongodb://host/database} and {@code mongodb+srv://host/database}. A user given beside the address is
 * looked up in the database of the address, or in its {@code authSource}.
 */
public final class MongoSourceProvider implements SourceProvider {

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
                .applyToClusterSettings(cluster -> limit(cluster, address, access.limits()))
                .applyToSocketSettings(socket -> limit(socket, address, access.limits()));
        MongoCredential credential = credential(access, address, database);
        return credential == null
                ? settings.build()
                : settings.credential(credential).build();
    }

    /** The driver would wait half a minute for a server where the address says nothing. */
    private static void limit(ClusterSettings.Builder cluster, ConnectionString address, SourceAccess.Limits limits) {
        cluster.serverSelectionTimeout(
                millis(address.getServerSelectionTimeout(), limits.connect()), TimeUnit.MILLISECONDS);
    }

    /** And for an answer without end. */
    private static void limit(SocketSettings.Builder socket, ConnectionString address, SourceAccess.Limits limits) {
        socket.connectTimeout(millis(address.getConnectTimeout(), limits.connect()), TimeUnit.MILLISECONDS)
                .readTimeout(millis(address.getSocketTimeout(), limits.silence()), TimeUnit.MILLISECONDS);
    }

    private static int millis(@Nullable Integer said, Duration otherwise) {
        return said == null ? Math.toIntExact(otherwise.toMillis()) : said;
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
