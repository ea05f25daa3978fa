/** Words that name a function of the company (or an outside party), lower case without accents. */
export const FUNCTION_WORDS =
  'r&d fp&a l&d m&a e&o legal compliance sales risk hr finance ops operations product engineering it security procurement marketing audit qa ' +
  'support platform data analytics infrastructure infra devops devsecops secops sre mlops aiops privacy quality treasury ' +
  'accounting tax claims underwriting actuarial business technology tech architecture design ux research innovation ' +
  'strategy pmo communications comms pr purchasing logistics manufacturing production warehouse fulfilment fulfillment ' +
  'billing collections payments lending credit fraud payroll people talent recruiting recruitment facilities maintenance ' +
  'safety validation governance customer customers client clients vendor vendors supplier suppliers regulator regulators ' +
  'auditors management department dept division unit function office cs cx ds de ml ai app apps network networking ' +
  'development dev testing test itops finops revops growth commercial retail wholesale banking pharmacy nursing ' +
  'medical clinical radiology regulatory ethics sustainability esg insurance investments trading servicing onboarding ' +
  'merchandising pricing reporting planning delivery implementation integration controlling bi internal_audit ' +
  'success experience service services care affairs relations resources supply chain information systems software ' +
  'engineering science learning protection line lines workforce assurance monitoring modelling modeling model models ' +
  'recht rechtsabteilung vertrieb einkauf finanzen personal personalabteilung technik betrieb produktion datenschutz ' +
  'risikomanagement buchhaltung kundendienst kundenservice revision fachbereich abteilung schaden entwicklung sicherheit ' +
  'juridique conformite ventes risque risques finances rh achats direction service qualite securite informatique ' +
  'exploitation production metier metiers departement juridico cumplimiento ventas riesgo riesgos finanzas rrhh compras ' +
  'operaciones seguridad tecnologia calidad departamento negocio conformidade vendas risco riscos financas operacoes ' +
  'seguranca qualidade negocio negocios auditoria hukum kepatuhan penjualan risiko keuangan operasi operasional keamanan ' +
  'teknologi pemasaran divisi departemen produk klaim sdm bisnis юридический комплаенс продажи риски финансы операции ' +
  'безопасность разработка маркетинг продукт отдел департамент управление бухгалтерия бизнес аудит кадры поддержка ' +
  '法务 法务部 合规 合规部 销售 销售部 风险 风险管理 风控 财务 财务部 人力资源 运营 运营部 产品 产品部 工程 技术 技术部 安全 ' +
  '市场 市场部 部门 业务 业务部门 审计 客服 采购 数据 信息技术 研发 研发部';

/** Two-word functions whose joining word is part of the name. */
export const JOINED_FUNCTIONS: readonly string[] = [
  'research and development',
  'research & development',
  'trust & safety',
  'trust and safety',
  'health & safety',
  'health and safety',
  'people & culture',
  'people and culture',
  'people & organization',
  'learning & development',
  'learning and development',
  'diversity and inclusion',
  'diversity & inclusion',
  'mergers and acquisitions',
  'financial planning and analysis',
  'financial planning & analysis',
  'data & analytics',
  'data and analytics',
  'data & ai',
  'data and ai',
  'ai & data',
  'ai and data',
  'ai/ml',
  'ml/ai',
  'it/ot',
  'ui/ux',
  'ux/ui',
  'ci/cd',
  'qa/qc',
  'qa/test',
  'property and casualty',
  'property & casualty',
  'terms and conditions',
  'profit and loss',
];

/** Words of time, place and organisation that are no part of a human name and make no kind by themselves. */
export const COMMON_WORDS =
  'the a an our one any each every other another new old first second third line level phase stage tier zone area region ' +
  'north south east west central global local internal external independent corporate company enterprise group regional ' +
  'digital automated automation artificial intelligence machine chat bot assistant agentic tool tools system systems app ' +
  'application applications project programme program initiative process processes change release incident problem ' +
  'service services business customer end user users subject matter day decision decisions control controls policy ' +
  'policies standard standards contract document documents content image voice email mail letter invoice refund credit ' +
  'loan mortgage policyholder patient member case home motor life health care public private sector government law ' +
  'regulatory model models budget cost revenue sales order orders field site plant store branch warehouse fleet energy ' +
  'green blue red black white smart core open source cloud edge api web mobile desktop database server client host ' +
  'monthly weekly daily quarterly annual review approval sign off go live production pilot test staging name role title ' +
  'activity task responsible accountable consulted informed owner yes no high low medium critical major minor urgent ' +
  'inc ltd llc gmbh corp corporation ag sa plc bv oy ab kg sons bros brothers co company associates holdings bank ' +
  'insurance university hospital institute agency ministry bureau authority foundation society union federation ' +
  'domain trust your their his this that these those such here raci daci rasci me myself us we you they him her them self tbd as per see above below note notes only both either all none various ' +
  'multiple different relevant respective appropriate assigned current existing legal technical functional operational ' +
  'strategic executive senior junior chief deputy acting interim joint shared mutual common responsible accountable ' +
  'advisory change governance oversight review reviews signoff escalation response emergency crisis master reference ' +
  'customer-facing back front middle help desk service desk knowledge training human resources real estate capital market markets ' +
  'asset wealth investment corporate supply value human machine learning deep data digital transformation';
