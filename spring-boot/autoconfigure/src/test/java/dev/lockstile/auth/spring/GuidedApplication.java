package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.ChildJvm;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The application that a guide has its reader make, in a folder: sources, properties, and a process for each command
 * and for the server.
 */
final class GuidedApplication implements AutoCloseable {

    /** Of one command, and of a start: on a busy machine each takes minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String MAIN = "com.example.shop.ShopApplication";
    private static final String APPLICATION = """
            package com.example.shop;

            @org.springframework.boot.autoconfigure.SpringBootApplication
            public class ShopApplication {
                public static void main(String[] arguments) {
                    org.springframework.boot.SpringApplication.run(ShopApplication.class, arguments);
                }
            }
            """;

    /** On the class path of these tests, and in no application of a guide. */
    private static final Pattern ABSENT =
            Pattern.compile(".*/(spring-security|spring-boot-(starter-)?(security|actuator|devtools|flyway)"
                    + "|flyway|spring-ldap)[^/]*\\.jar");

    private final Path folder;
    private final String libraries = Stream.of(
                    System.getProperty("java.class.path").split(":"))
            .filter(library -> !ABSENT.matcher(library).matches())
            .collect(Collectors.joining(":"));
    private final Map<String, String> environment = new TreeMap<>();
    private final int port;
    private Process server;

    /** @param properties what the guide writes into {@code application.yml} */
    GuidedApplication(Path folder, String properties, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment.putAll(environment);
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        Path main = Files.createDirectories(folder.resolve("src/main/java/com/example/shop"));
        Files.writeString(main.resolve("ShopApplication.java"), APPLICATION);
        Files.createDirectories(folder.resolve("src/main/resources"));
        Files.writeString(folder.resolve("src/main/resources/application.yml"), properties);
        for (String made : List.of("keys", "backups", "classes")) {
            Files.createDirectory(folder.resolve(made));
        }
        compile();
    }

    /** Does what {@code ./mvnw package} does. */
    void compile() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
            List<String> line = new ArrayList<>(List.of("-proc:none", "-nowarn", "-classpath"));
            line.add(libraries);
            line.addAll(List.of("-d", folder.resolve("classes").toString()));
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(line::add);
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, line.toArray(String[]::new)))
                    .as("the sources compile")
                    .isZero();
        }
    }

    /** The code of one command, whose output is then {@link #said}. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        Process process = start(arguments, "said");
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + arguments + "\n" + said("said"));
        }
        return process.exitValue();
    }

    /** Serves until the end; returns when it answers. */
    void serve() throws IOException, InterruptedException {
        server = start(List.of("--server.port=" + port), "served");
        for (long end = System.nanoTime() + LONGEST.toNanos(); ; ) {
            try (Socket reached = new Socket("localhost", port)) {
                assertThat(reached.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                if (!server.isAlive() || System.nanoTime() > end) {
                    throw new AssertionError(said("served"), e);
                }
                server.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
    }

    int port() {
        return port;
    }

    String said(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private Process start(List<String> arguments, String output) throws IOException {
        String classes = folder.resolve("classes") + ":" + folder.resolve("src/main/resources") + ":" + libraries;
        List<String> line = ChildJvm.command();
        line.addAll(List.of("-Dspring.liquibase.enabled=false", "-cp", classes, MAIN));
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.redirectOutput(folder.resolve(output).toFile()).start();
    }

    @Override
    public void close() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor(30, TimeUnit.SECONDS);
        }
    }
}
