/**
 * Vocabulary of metrics. A term is words parted by blanks, lower case without accents; `*` at a word's end stands
 * for any ending. Longer terms win over shorter ones at the same place. Terms are parted by `|` or a line break: add one to teach it.
 */

/** How well the model or the machine works. */
export const TECHNICAL_TERMS: readonly string[] = listed(`
  accuracy | model accuracy | accuracies | balanced accuracy | top-1 accuracy | precision | recall
  precision at k | recall at k | f1 | f1 score | f-score | f score | f-measure | f beta | macro f1
  micro f1 | auc | auroc | auc-roc | roc | roc auc | pr auc | auprc | gini | gini coefficient
  area under the curve | area under the roc curve | area under curve | squared error | predictive performance
  predictive power | generalisation gap | generalization gap | generalisation | server load | request rate
  failed requests | ground truth agreement | semantic similarity | answer correctness | mttr | mtbf
  mean time to recovery | mean time to repair | mean time between failures | model retraining* | retraining frequency
  system response time | server response time | response time of the api | gpu cost* | inference cost* | token cost*
  cost per 1k tokens | cost per 1000 tokens | cost per token | cost per request | modellgute | cross-entropy loss | loss curve | ks statistic | psi | population stability index | log loss | logloss | cross entropy | cross-entropy
  loss function | training loss | validation loss | test loss | eval loss | hinge loss | perplexity
  bleu | rouge | rouge-l | meteor score | bertscore | chrf | wer | word error rate
  character error rate | cer | rmse | mse | mae | mape | smape | wape | mean squared error
  mean absolute error | root mean squared error | mean absolute percentage error | r2 | r squared
  r-squared | adjusted r2 | brier | brier score | calibration | calibration error | ece
  expected calibration error | confusion matrix | sensitivity | specificity | true positive rate
  true negative rate | false positive rate | false negative rate | tpr | fpr | tnr | fnr
  false positives | false negatives | true positives | mcc | matthews correlation | cohen s kappa
  kappa | iou | map score | mean average precision | ndcg | mrr | mean reciprocal rank | hit rate at k
  recall@k | pass@1 | pass@k | pass at k | latency | p50 | p90 | p95 | p99 | p95 latency | p99 latency
  tail latency | inference time | inference speed | inference latency | response latency
  api response time | server response time | model response time | time to first token | ttft | tokens
  token count | token usage | tokens per second | token consumption | tps | qps | rps
  requests per second | queries per second | throughput | api throughput | model throughput | uptime
  up-time | downtime | availability | service availability | slo | slos | slo attainment | sli
  error budget | reliability | mtbf | system reliability | cpu | cpu utilisation | cpu utilization
  gpu | gpu utilisation | gpu utilization | gpu hours | memory usage | memory footprint | disk usage
  cache hit rate | cache hit ratio | drift | data drift | model drift | concept drift | feature drift
  prediction drift | embedding drift | hallucination* | hallucination rate | groundedness
  faithfulness | answer relevance | context relevance | context precision | context recall
  factuality | factual consistency | toxicity | toxicity score | jailbreak rate
  prompt injection rate | benchmark score* | eval score* | evaluation score* | eval pass rate
  benchmark | benchmarks | mmlu | helm | humaneval | swe-bench | elo | win rate against baseline
  model performance | model quality | model error | model error rate | model confidence
  confidence score* | confidence threshold | prediction error | forecast error | classification error
  misclassification* | misclassification rate | training time | training cost | epochs | convergence
  learning rate | overfitting | parameter count | model size | context window | context length
  embedding* | vector similarity | cosine similarity | silhouette score | code coverage
  test coverage | deployment frequency | build time | api error rate | http 5xx | 5xx | 5xx rate
  http error* | timeout rate | timeouts | packet loss | query time | query latency
  retrieval accuracy | retrieval quality | data quality | data completeness | data freshness
  feature importance | shap | fairness metric* | demographic parity | equalised odds | equalized odds
  disparate impact | robustness | adversarial robustness | lift | auc lift | pipeline success rate
  job success rate | refresh rate | crash rate | crash free | exception rate of the service | compute
  compute hours | inference | bandwidth | iops | rollback rate | ocr accuracy | extraction accuracy
  intent accuracy | transcription accuracy | asr accuracy | speech recognition | word accuracy
  genauigkeit | modellgenauigkeit | verfugbarkeit | latenz | latenzzeit | trefferquote
  antwortzeit der api | durchsatz | exactitude | precision du modele | rappel | latence
  disponibilite | derive | debit | exactitud | precision del modelo | exhaustividad | latencia
  disponibilidad | deriva | acuracia | acuracia do modelo | precisao | revocacao | disponibilidade
  vazao | akurasi | presisi | latensi | ketersediaan | точность | точность модели | полнота | задержка
  доступность | дрейф | галлюцинации
`);

/** What the business gains, loses, pays or makes people wait for. */
export const BUSINESS_TERMS: readonly string[] = listed(`
  settlement duration | overdue invoices | payouts | incorrect payouts | payout errors | deliveries | shipments
  missed deliver* | accounts receivable | payment delay* | delays | warranty claims | analyst time | hours of *
  expense ratio | escalations | escalations to * | invoices processed | emails answered | answered per *
  denied claims | production downtime | downtime of the line | unplanned downtime of the line | average ticket size
  claim settlement* | claims settlement* | kosteneinsparung* | bearbeitungskosten | betriebskosten | personalkosten
  stuckkosten | zeit bis * | tasa de abandono | satisfacao do cliente | satisfaccion del cliente | taux de conversion
  time to * | days to * | hours to * | claims settled | claims resolved | cases resolved | tickets resolved | loans approved
  revenue* | sales | net sales | gross margin | operating margin | contribution margin | margin
  margins | profit* | ebitda | ebit | income | turnover | arr | mrr recurring | acv | arpu
  average order value | aov | basket size | basket value | gmv | ltv | clv | lifetime value | cac
  customer acquisition cost | acquisition cost | cost | costs | cost per * | cost of *
  cost reduction | cost saving* | cost to serve | cost avoidance | unit cost | labour cost*
  labor cost* | operating cost* | opex | capex | saving* | hours saved | time saved | fte | ftes
  fte saved | headcount | overtime | overtime hours | manual hours | manual effort | staff hours
  man hours | person hours | working hours | handling time | average handling time
  average handle time | handle time | aht | processing time | process time | cycle time
  turnaround time | turnaround | lead time | time to decision | time to resolution | time to resolve
  resolution time | time to hire | time to fill | time to market | time to quote | time to value
  time to pay | time to settle | time to close | time to approve | time to contract | time to onboard
  days to close | days to settle | days to pay | days outstanding | days sales outstanding | dso
  settlement time | waiting time | wait time | wait times | queue time | response time to customers
  customer response time | first response time | first reply time | first contact resolution
  first-contact resolution | first call resolution | fcr | resolution rate | deflection
  deflection rate | containment rate | escalation rate | contact rate | call volume | calls per *
  ticket volume | tickets | ticket backlog | backlog | backlogs | queue length | throughput of claims
  claims throughput | cases per * | claims per * | documents per * | invoices per * | orders per *
  units per * | contracts per * | claims cost* | claims leakage | leakage | loss ratio
  combined ratio | losses | loss | credit loss* | fraud loss* | fraud losses | fraud | write-off*
  write offs | charge-off* | charge offs | chargeback* | bad debt | default rate | defaults
  delinquency | delinquency rate | fine | fines | penalt* | regulatory finding* | audit finding*
  findings | breach* | compliance breach* | sla breach* | sla penalties | litigation* | lawsuit*
  legal spend | complaint* | complaint rate | appeals | appeal rate | dispute* | refund* | returns
  return rate | cancellation* | churn | churn rate | attrition | retention | retention rate | renewal*
  renewal rate | conversion | conversion rate | conversions | win rate | close rate | pipeline value
  qualified leads | leads | upsell | cross-sell | cross sell | market share | nps | net promoter score
  csat | customer satisfaction | satisfaction | satisfaction score | ces | customer effort score
  employee satisfaction | enps | adoption | adoption rate | usage by staff | active users | take-up
  take up | rework | rework rate | error rate | error rates | process error rate | errors in invoices
  error rate in claims | invoice error* | invoice errors | billing error* | data entry error*
  payment error* | manual corrections | correction rate | defect rate | defects | scrap | scrap rate
  yield | first pass yield | waste | spoilage | shrinkage | stockout* | stock-out* | stock outs
  inventory | inventory turns | inventory cost | stock level* | forecast bias cost | on-time delivery
  on time delivery | otif | delivery time | delivery delay* | late deliver* | late payment*
  fuel cost* | energy cost* | unplanned stops | machine downtime cost | production downtime
  line stoppage* | oee | safety incidents | accidents | injur* | readmission* | readmission rate
  length of stay | no-show* | no show rate | patient wait* | mortality | straight-through processing
  straight through processing | stp rate | automation rate | touchless rate | approval rate
  approvals per * | acceptance rate | time per * | time for * | time to * | time until * | time spent * | minutes per * | hours per * | days per * | euros
  dollars | budget | spend | spending | expense* | procurement savings | discount* | price realisation
  price realization | premium | premiums | premium income | gross written premium | exposure
  capital requirement | risk exposure | reserves | roi | return on investment | payback
  payback period | npv | irr | productivity | efficiency gain* | capacity freed | utilisation of staff
  staff turnover | absenteeism | customers lost | customers | orders | policies sold | policies
  claims paid | overpayment* | duplicate payment* | recovery rate | recoveries | collections
  collection rate | liquidity | cash flow | cash | working capital | deal size | bookings | occupancy
  footfall | clv uplift | time on task | search time | time spent * | review time
  contract review time | onboarding time | approval time | decision time | reporting time
  preparation time | handover time | abandonment | abandonment rate | cart abandonment | open rate
  click-through rate | ctr | bounce rate | umsatz | kosten | einsparung* | bearbeitungszeit
  durchlaufzeit | beschwerde* | fehlerquote | ruckstand | gewinn | marge | kundenzufriedenheit
  schadenquote | stornoquote | strafe | strafen | bussgeld* | ertrag | kundigung* | chiffre d affaires
  revenu* | cout* | economie* | temps de traitement | delai de traitement | reclamation*
  taux d erreur | amende* | satisfaction client | ingresos | ventas | coste* | costo* | ahorro*
  tiempo de procesamiento | tiempo de tramitacion | queja* | reclamacion* | tasa de error | multa*
  receita* | vendas | custo* | economia* | tempo de processamento | reclamacoes | taxa de erro
  pendapatan | penjualan | biaya* | penghematan | waktu pemrosesan | keluhan | tingkat kesalahan
  denda | выручка | расходы | затраты | издержки | экономия | время обработки | жалобы | жалоб
  убытки | штраф* | доля ошибок | отток | прибыль | удовлетворенность клиентов
`);

/** Chinese terms, found anywhere because Chinese has no blanks. */
export const TECHNICAL_HAN: readonly string[] = [
  '准确率',
  '精确率',
  '召回率',
  '延迟',
  '吞吐量',
  '可用性',
  '漂移',
  '幻觉',
  '推理时间',
  '模型性能',
];
export const BUSINESS_HAN: readonly string[] = [
  '收入',
  '营收',
  '成本',
  '节省',
  '处理时间',
  '投诉',
  '错误率',
  '损失',
  '罚款',
  '流失',
  '转化率',
  '利润',
  '满意度',
  '积压',
  '周期时间',
];

/** Words that turn a business-looking word into one about the model: `error rate of the model`, `model error rate`. */
export const MODEL_WORDS =
  'model models classifier algorithm llm prediction predictions inference api server endpoint network token gpu modell modele modelo модель модели';

/** Terms that MODEL_WORDS in the same phrase turn technical. */
export const TURNED_BY_MODEL: readonly string[] = listed(`
  performance | speed | memory | accuracy | quality | confidence | success rate | failure rate
  error rate | error rates | errors | response time | retention | loss | efficiency | fehlerquote
  taux d erreur | tasa de error | taxa de erro | tingkat kesalahan | доля ошибок | lift
  processing time | acceptance rate | containment rate | resolution rate
`);

/** Terms that say both or neither by themselves; they count as business only beside nothing technical. */
export const WEAK_BUSINESS =
  'sales orders customers policies cash fraud leads tickets claims exposure reserves returns retention collections premium premiums leakage budget efficiency';

/** Metrics of the back office: how long, how wrong, how dear a document or case is. */
export const BACK_OFFICE_TERMS: readonly string[] = listed(`
  processing time | process time | handling time | average handling time | average handle time | aht
  cycle time | turnaround* | lead time | review time | contract review time | search time
  time to decision | days to close | days to settle | settlement time | time per * | time for * | time to * | time until * | time spent * | minutes per *
  hours per * | days per * | error rate* | invoice error* | data entry error* | payment error*
  correction rate | rework* | defect rate | exception rate | cost per * | documents per *
  invoices per * | cases per * | claims per * | contracts per * | backlog*
  straight-through processing | straight through processing | stp rate | touchless rate | hours saved
  time saved | manual hours | bearbeitungszeit | durchlaufzeit | fehlerquote | kosten pro *
  kosten je * | temps de traitement | delai de traitement | taux d erreur | cout par *
  tiempo de procesamiento | tasa de error | coste por * | costo por * | tempo de processamento
  taxa de erro | custo por * | waktu pemrosesan | tingkat kesalahan | biaya per * | время обработки
  доля ошибок
`);
export const BACK_OFFICE_HAN: readonly string[] = ['处理时间', '错误率', '单位成本', '积压'];

function listed(text: string): string[] {
  return text
    .split(/[|\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== '');
}
