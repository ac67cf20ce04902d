package bench;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;

/** Camunda 7, embedded. */
final class Camunda implements Engine {
  private final ProcessEngine engine;

  Camunda(DataSource dataSource, String history) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(dataSource);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory(history);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setJobExecutorActivate(false);
    engine = configuration.buildProcessEngine();
  }

  @Override
  public void deploy(String name, String bpmn) {
    engine.getRepositoryService().createDeployment().addString(name, bpmn).deploy();
  }

  @Override
  public void start(String processId) {
    engine.getRuntimeService().startProcessInstanceByKey(processId);
  }

  @Override
  public List<String> openTasks(int limit) {
    return engine.getTaskService().createTaskQuery().listPage(0, limit).stream().map(Task::getId).toList();
  }

  @Override
  public void complete(String taskId) {
    engine.getTaskService().complete(taskId, Map.of("outcome", "accepted"));
  }

  @Override
  public void close() {
    engine.close();
  }
}
