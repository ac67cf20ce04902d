package bench;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/** Flowable, embedded. */
final class Flowable implements Engine {
  private final ProcessEngine engine;

  Flowable(DataSource dataSource, String history) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(dataSource);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryLevel(HistoryLevel.getHistoryLevelForKey(history));
    configuration.setAsyncExecutorActivate(false);
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
