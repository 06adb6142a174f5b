package dev.lockstile.auth.spring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of localhost, made for one test. */
record Certificate(Path file, SSLContext trust) {

    private static final String PASSWORD = "changeit";

    static Certificate in(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("localhost.p12");
        String options = "-genkeypair -alias test -keyalg EC -groupname secp256r1 -validity 2 -dname CN=localhost"
                + " -ext san=dns:localhost -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + file;
        String[] command = (Path.of(System.getProperty("java.home"), "bin", "keytool") + " " + options).split(" ");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return new Certificate(file, context);
    }

    ShopHost serve(ShopHost host) {
        return host.with("server.ssl.key-store", file.toString()).with("server.ssl.key-store-password", PASSWORD);
    }
}
