package dev.lockstile.auth.spring.internal.manage;

import dev.lockstile.auth.cli.ManageCommands;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** Runs the command, closes the application and ends the process with the command's exit code. */
final class ManageRunner implements ApplicationRunner, Ordered {

    private final ConfigurableApplicationContext application;
    private final BeanFactory beans;

    ManageRunner(ConfigurableApplicationContext application, BeanFactory beans) {
        this.application = application;
        this.beans = beans;
    }

    @Override
    public void run(ApplicationArguments given) {
        ManageArguments arguments = ManageArguments.of(given.getSourceArgs());
        if (arguments.isManage()) {
            int code = ManageCommands.of(() -> new SpringHost(beans)).run(arguments.command());
            System.exit(SpringApplication.exit(application, () -> code));
        }
    }

    /** Before the application's own runners, which are for the application. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
