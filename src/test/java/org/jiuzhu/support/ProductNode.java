package org.jiuzhu.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.jiuzhu.JiuzhuApplication;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.demo.DemoResidents;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The product in a process of its own: a node on the test's database, which does as it is told until it is killed. */
public final class ProductNode implements AutoCloseable {

    private static final String READY = "node is ready";

    private final Process process;
    private final BufferedReader said;
    private final Writer told;
    private final List<String> heard = new ArrayList<>();

    private ProductNode(Process process) {
        this.process = process;
        this.said = process.inputReader();
        this.told = new OutputStreamWriter(process.getOutputStream());
    }

    public static void main(String[] args) throws IOException {
        ConfigurableApplicationContext product = SpringApplication.run(
                JiuzhuApplication.class,
                "--jiuzhu.mode=test",
                "--jiuzhu.seed=false",
                "--jiuzhu.database.embedded=false",
                "--spring.datasource.url=" + args[0],
                "--spring.datasource.username=" + EmbeddedDatabase.APP,
                "--spring.flyway.url=" + args[0],
                "--spring.flyway.user=" + EmbeddedDatabase.OWNER,
                "--server.port=0",
                // Each takes what the other leaves, and soon takes over what a killed one had locked.
                "--camunda.bpm.generic-properties.properties.hintJobExecutor=false",
                "--camunda.bpm.job-execution.wait-time-in-millis=50",
                "--camunda.bpm.job-execution.max-wait=50",
                "--camunda.bpm.job-execution.lock-time-in-millis=5000",
                "--camunda.bpm.job-execution.max-jobs-per-acquisition=1",
                // A node is smaller than a round: it cannot hold all of its lanes.
                "--camunda.bpm.job-execution.core-pool-size=1",
                "--camunda.bpm.job-execution.max-pool-size=1",
                "--camunda.bpm.job-execution.queue-capacity=1",
                "--jiuzhu.visit.round.chunk=10",
                "--jiuzhu.visit.round.on-change=false",
                "--jiuzhu.rule-change.chunk=10",
                "--logging.level.org.jiuzhu.visit.RoundLog=DEBUG",
                "--logging.level.org.jiuzhu.rulechange=DEBUG");
        say(READY);
        var orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            obey(order, product);
            say("done " + order);
        }
    }

    private static void obey(String order, ConfigurableApplicationContext product) {
        try {
            Constructor<?> of = Class.forName(order).getDeclaredConstructor();
            of.setAccessible(true);
            Order asked = (Order) of.newInstance();
            DataScope.system("test").run(() -> asked.carryOut(product));
        } catch (ReflectiveOperationException | RuntimeException failed) {
            // Whoever waits for an answer sees the node end, and why.
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /** What a node can be told to do: a class of the tests with a constructor that wants nothing. */
    public interface Order {

        void carryOut(ApplicationContext product);
    }

    /** Units, consultants and residents of the demo's street. */
    public static final class Settle implements Order {

        @Override
        public void carryOut(ApplicationContext product) {
            product.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                product.getBean(DemoNetwork.class).seed();
                product.getBean(DemoResidents.class)
                        .seed(product.getBean(ProductClock.class)
                                .instant()
                                .atZone(ProductClock.ZONE)
                                .toLocalDate());
            });
        }
    }

    private static void say(String what) {
        System.out.println(what);
    }

    /** @param url the database's, which may be empty */
    public static ProductNode start(String url) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProductNode(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=Asia/Shanghai",
                        "-cp",
                        classPath,
                        ProductNode.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start());
    }

    public ProductNode ready() throws IOException {
        await(READY);
        return this;
    }

    public void tell(Class<? extends Order> order) throws IOException {
        told.write(order.getName() + "\n");
        told.flush();
        await("done " + order.getName());
    }

    /** Reads on until a line has these words in it. */
    public void await(String words) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            heard.add(line);
            if (line.contains(words)) {
                return;
            }
        }
        throw new AssertionError("The node ended before it said '" + words + "':\n" + String.join("\n", heard));
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
