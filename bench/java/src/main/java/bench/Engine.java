package bench;

import java.util.List;

/** The least of a process engine that the benchmark uses. */
interface Engine extends AutoCloseable {
  void deploy(String name, String bpmn);

  void start(String processId);

  /** Ids of the user tasks that are open. */
  List<String> openTasks(int limit);

  /** Completes a user task with the one variable that the process keeps. */
  void complete(String taskId);

  @Override
  void close();
}
