package example.adopted;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.cli.HostSchema;
import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.auth.cli.ManagedHost;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.test.ProposedEntities;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A host that takes over another application's tables: by its manage commands, on the entities that these propose. */
public final class AdoptedHost implements ManagedHost {

    private final HikariDataSource pool;
    private final Path root;
    private @Nullable EntityManagerFactory entities;
    private Map<String, String> compiledSources = Map.of();
    private List<Class<?>> compiled = List.of();
    private EntityModel model = EntityModel.of(new PersistenceConfiguration("adopted"));

    public AdoptedHost(String url, Path root) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
        this.root = root;
    }

    public HikariDataSource pool() {
        return pool;
    }

    /** Runs one command; what it said is told when it fails. */
    public void run(String... line) {
        StringWriter said = new StringWriter();
        int code = run(said, line);
        if (code != 0) {
            throw new AssertionError(String.join(" ", line) + " exits with " + code + ": " + said);
        }
    }

    /** What one command says, with its exit code where that is not 0. */
    public String told(String... line) {
        StringWriter said = new StringWriter();
        int code = run(said, line);
        return (code == 0 ? "" : "exits with " + code + ": ") + said;
    }

    /** What the command {@code check} finds: one line each. */
    public List<String> findings() {
        StringWriter said = new StringWriter();
        int code = run(said, "check");
        if (code != 0 && code != 5) {
            throw new AssertionError("check exits with " + code + ": " + said);
        }
        return said.toString()
                .lines()
                .filter(line -> line.matches("[A-Z]{1,2}-?[0-9]+ .*"))
                .toList();
    }

    private int run(StringWriter said, String... line) {
        PrintWriter out = new PrintWriter(said);
        ManageCommands commands = ManageCommands.of(() -> new Kept(this));
        commands.commandLine().setOut(out).setErr(out);
        return commands.run(line);
    }

    AuthSchema authSchema() {
        return AuthSchema.builder(pool)
                .hostChangelog("db/changelog.xml")
                .build()
                .readingFirst(root);
    }

    @Override
    public HostSchema schema() {
        return new HostSchema(authSchema(), model(), root);
    }

    /** The proposed entities; none before they are there. */
    public EntityModel model() {
        compile();
        return model;
    }

    @Override
    public EntityManagerFactory entities() {
        EntityManagerFactory opened = entities;
        if (opened == null) {
            opened = open(pool);
            entities = opened;
        }
        return opened;
    }

    /** Hibernate refuses tables that do not fit. */
    public EntityManagerFactory open(HikariDataSource database) {
        return unit(compile())
                .property("hibernate.connection.datasource", database)
                .property("hibernate.hbm2ddl.auto", "validate")
                .createEntityManagerFactory();
    }

    private static PersistenceConfiguration unit(List<Class<?>> classes) {
        PersistenceConfiguration unit = new PersistenceConfiguration("adopted");
        classes.forEach(unit::managedClass);
        return unit.property(
                "hibernate.classLoaders", List.of(classes.get(0).getClassLoader(), AdoptedHost.class.getClassLoader()));
    }

    private Path sources() {
        return root.resolve("java/old/app");
    }

    /** What {@code takeover --entities} wrote, compiled once. */
    private List<Class<?>> compile() {
        Map<String, String> sources = read();
        if (!sources.equals(compiledSources)) {
            compiled = ProposedEntities.compile(sources, "old.app", root.resolve("classes"));
            model = EntityModel.of(unit(compiled));
            compiledSources = sources;
        }
        return compiled;
    }

    private Map<String, String> read() {
        Map<String, String> sources = new TreeMap<>();
        if (Files.exists(sources())) {
            try (Stream<Path> files = Files.list(sources())) {
                for (Path file : files.toList()) {
                    sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    @Override
    public AuthStore store() {
        return JpaAuthStore.of(entities());
    }

    @Override
    public PasswordFormats passwordFormats() {
        return Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                .formats();
    }

    @Override
    public void close() {
        if (entities != null) {
            entities.close();
        }
        pool.close();
    }

    /** The same, kept open when a command ends. */
    private record Kept(AdoptedHost host) implements ManagedHost {
        @Override
        public HostSchema schema() {
            return host.schema();
        }

        @Override
        public EntityManagerFactory entities() {
            return host.entities();
        }

        @Override
        public AuthStore store() {
            return host.store();
        }

        @Override
        public PasswordFormats passwordFormats() {
            return host.passwordFormats();
        }

        @Override
        public void close() {}
    }
}
