import { foldWord } from './fold.ts';

/** Tests on a title or unit as folded words with blanks around them. Data counts before technology before business. */
const any = (words: string) => new RegExp(` (?:${foldWord(words).split(' | ').join('|')}) `, 'u');

/** Data science, machine learning, the AI Centre of Excellence. */
export const DATA_SIDE = any(
  'data scien[a-z]* | data engineer[a-z]* | data analytics | data platform | data team | data lead | data office | data officer | ' +
    'chief data | chief ai | caio | cdao | machine learning | ml | mlops | ml engineer[a-z]* | ai engineer[a-z]* | coe | deep learning | ' +
    '(?:head|vp|svp|evp|director|lead|manager) (?:of )?(?:data|ai|analytics|ml|ki|ia)(?= (?:$|and|science|engineering|research|labs?|platform|team|analytics)) | ' +
    '(?:head|vp|svp|evp|director|lead|manager) (?:of )?(?:data|ai|analytics|ml) | data stewards? | data architects? | data analysts? | ai team | ai lead | ai lab | ai research | ' +
    'artificial intelligence | prompt engineer[a-z]* | ai capability | ciencia de datos | ciencia de dados | data and ai | ds | mle | ' +
    'наука о данных | данных | sains data | ilmuwan data | datenwissenschaft',
);

/** Engineering, IT, platform, reliability, security operations. */
export const TECHNOLOGY_SIDE = any(
  'cto | cio | ctpo | ciso | engineer[a-z]* | engineering | it | itops | sre | site reliability | platform[a-z]* | devops | devsecops | ' +
    'secops | infrastructure | infra | software | developers? | development team | architect[a-z]* | technology | tech | techlead | technical | ' +
    'systems? admin[a-z]* | sysadmin | backend | frontend | full stack | cloud | network[a-z]* | oncall | security | cybersecurity | information systems | ' +
    'ingenieur[a-z]* | entwickl[a-z]* | technik | informatik | informatique | technique | ingenier[a-z]* | tecnolog[a-z]* | desarroll[a-z]* | ' +
    'sistemas | engenh[a-z]* | desenvolv[a-z]* | teknologi | insinyur | pengembang | инженер | разработчик | разработка | разработки | технологии | ит',
);

/** Everything that answers for a business result. */
export const BUSINESS_SIDE = any(
  'ceo | coo | cfo | cmo | cro | cco | chro | clo | cbo | claims | sales | marketing | operations | ops | finance | financial | hr | people | ' +
    'human resources | legal | compliance | risk | underwriting | customer | customers | client | clients | product | procurement | purchasing | ' +
    'supply chain | logistics | retail | wholesale | lending | credit | fraud | payments | treasury | accounting | tax | commercial | business | ' +
    'manufacturing | plant | production | warehouse | store | merchandising | pricing | billing | collections | clinical | medical | nursing | ' +
    'pharmacy | patient | insurance | banking | mortgage | investments? | trading | strategy | growth | partnerships | communications | brand | ' +
    'audit | actuarial | policy | service | services | support | contact cent(?:er|re) | call cent(?:er|re) | managing director | general manager | ' +
    'gm | president | founder | counsel | chief executive | chief operating | chief financial | chief risk | chief commercial | chief revenue | ' +
    'chief marketing | chief medical | chief people | property | real estate | hospitality | field | care | member | delivery | fulfil?lment | ' +
    'vertrieb | finanzen | personal | einkauf | recht | schaden | geschaftsfuhrer(?:in)? | betrieb | kundenservice | ventes | finances? | ' +
    'juridique | achats | sinistres | exploitation | ventas | finanzas | riesgos? | operaciones | siniestros | vendas | financas | riscos? | ' +
    'operacoes | sinistros | klaim | penjualan | keuangan | operasi | operasional | hukum | risiko | bisnis | рискам | рисков | финансам | ' +
    'продажам | операциям | бизнес | бизнеса',
);

/** Words of a holder who carries out a stop and does not own it. */
export const ENGINEERING_HOLDERS = any(
  'cto | cio | sre | sres | site reliability | oncall | on duty | duty engineer | platform | platforms | devops | devsecops | infra | infrastructure | ' +
    'engineering | engineers? | ops engineering | it operations | itops | it | developers? | vendors? | suppliers? | provider | integrator | ' +
    'contractor | noc | soc | secops | mlops | data scien[a-z]* | ml | machine learning | techlead | tech team | technical owner | technical lead | ' +
    'technical team | system administrator | bereitschaft | lieferant | fournisseur | proveedor | fornecedor | vendor | поставщик',
);

/** Whole texts that are a data function, though the word alone inside a title says little (`Data Protection Officer`). */
export const DATA_ALONE =
  /^ (?:data|ai|analytics|ml|ki|data and ai|data ai|ai ml) (?:team |department |dept |function |group |office )?$/u;
