package bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Completes user tasks of a chain on an embedded process engine with 1, 8 and 32 threads, and prints a line
 * {@code rate <threads> <completions per second>} for each.
 *
 * <p>Arguments: camunda or flowable; none or audit; the JDBC address of an empty database; the file of the process
 * {@code chain}; how many instances; for how many seconds at most each count of threads is measured.
 */
public final class Main {
  /** More than threads: drawing a block of ids takes a second connection. */
  private static final int POOL = 48;

  private static final List<Integer> CLIENTS = List.of(1, 8, 32);

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    var bpmn = Files.readString(Path.of(arguments[3]));
    int instances = Integer.parseInt(arguments[4]);
    double seconds = Double.parseDouble(arguments[5]);
    var pool = new HikariConfig();
    pool.setJdbcUrl(arguments[2]);
    pool.setMaximumPoolSize(POOL);
    try (var dataSource = new HikariDataSource(pool);
        var engine = create(arguments[0], dataSource, arguments[1])) {
      engine.deploy("chain.bpmn", bpmn);
      var starts = new ArrayList<String>();
      for (int index = 0; index < instances; index += 1) starts.add("chain");
      rate(8, starts, Double.POSITIVE_INFINITY, engine::start);
      // Twice, so that what is hot has been compiled.
      for (int round = 0; round < 2; round += 1) {
        rate(8, engine.openTasks(instances), seconds, engine::complete);
      }
      for (int clients : CLIENTS) {
        double perSecond = rate(clients, engine.openTasks(instances), seconds, engine::complete);
        System.out.printf("rate %d %.1f%n", clients, perSecond);
      }
    }
  }

  private static Engine create(String name, HikariDataSource dataSource, String history) {
    return switch (name) {
      case "camunda" -> new Camunda(dataSource, history);
      case "flowable" -> new Flowable(dataSource, history);
      default -> throw new IllegalArgumentException("There is no engine " + name);
    };
  }

  /** Items worked off per second by as many threads, until there are none left or the time is up. */
  private static double rate(int threads, List<String> items, double seconds, Consumer<String> work)
      throws Exception {
    var next = new AtomicInteger();
    var done = new AtomicInteger();
    long started = System.nanoTime();
    Callable<Void> client = () -> {
      for (int index = next.getAndIncrement(); index < items.size(); index = next.getAndIncrement()) {
        if (since(started) > seconds) break;
        work.accept(items.get(index));
        done.incrementAndGet();
      }
      return null;
    };
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var running = new ArrayList<Callable<Void>>();
      for (int index = 0; index < threads; index += 1) running.add(client);
      for (var result : executor.invokeAll(running)) result.get();
    }
    return done.get() / since(started);
  }

  private static double since(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
